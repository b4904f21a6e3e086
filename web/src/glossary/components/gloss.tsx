import { useId } from 'react';
import type { GlossaryEntry, GlossaryTerm } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { useOnScreen } from '../../release/model/on-screen';
import { useGlossary } from '../model/use-glossary';

/** What a term is in both languages, who says so, and who says otherwise. */
export function Gloss({ entry, inGlossary = false }: { entry: GlossaryEntry; inGlossary?: boolean }) {
  const t = useTranslate();
  const place = useId();
  const entries = useGlossary().data?.entries ?? [];
  const others = entries.filter(({ id }) => entry.differing.includes(id));
  useOnScreen(
    `term ${place}`,
    [entry, ...others].flatMap(({ terms }) => terms.map(({ label }) => label)),
  );
  return (
    <>
      {!inGlossary && (
        <>
          <b lang="en">{entry.en}</b> <b lang="ja">{entry.ja}</b>
        </>
      )}
      {entry.terms.map((term) => (
        <Said key={term.record} term={term} />
      ))}
      {others.map((other) => (
        <span key={other.id} className="term-differs">
          {t('glossary.otherwise', { parties: partiesOf(other), en: other.en, ja: other.ja })}
        </span>
      ))}
      {!inGlossary && (
        <button type="button" className="link" onClick={() => openScreen('glossary', entry.id)}>
          {t('glossary.open')}
        </button>
      )}
    </>
  );
}

export function partiesOf(entry: GlossaryEntry): string {
  return [...new Set(entry.terms.map(({ party }) => party))].join(' ');
}

function Said({ term }: { term: GlossaryTerm }) {
  const language = useLanguage();
  const definition =
    language === 'ja' ? term.definitionJa || term.definitionEn : term.definitionEn || term.definitionJa;
  return (
    <span className="term-said">
      <span className="mono">{term.party}</span>{' '}
      {[term.reading, term.abbreviation, definition, term.source].filter((one) => one !== '').join(' · ')}{' '}
      <LabelChip text={term.label} />
    </span>
  );
}
