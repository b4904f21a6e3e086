import type { NodeCard } from '../../api/types';
import { language } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { useStore } from '../../ui/store';

const GROUP = 4;

/** A fingerprint as it is read out: numbered groups of four words, and the figures that stand for all of it. */
export function Fingerprint({ card }: { card: Pick<NodeCard, 'fingerprint' | 'words'> }) {
  const t = useTranslate();
  const shown = useStore(language);
  const words = card.words[shown];
  const groups = Array.from({ length: words.length / GROUP }, (_, at) => words.slice(at * GROUP, (at + 1) * GROUP));
  return (
    <div className="fingerprint">
      <ol aria-label={t('keys.words')} lang={shown}>
        {groups.map((group) => (
          <li key={group.join(' ')}>
            {group.map((word, at) => (
              <span key={`${at} ${word}`}>{word}</span>
            ))}
          </li>
        ))}
      </ol>
      <details>
        <summary>{t('keys.figures')}</summary>
        <code>{card.fingerprint}</code>
      </details>
    </div>
  );
}
