import type { ReactNode } from 'react';
import type { Agreement, Decision } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { DecisionRow } from './decision-row';

interface Props {
  readonly decisions: readonly Decision[];
  readonly agreements: readonly Agreement[];
  readonly preview?: boolean;
  readonly extra?: (decision: Decision) => ReactNode;
}

/** Linked parties first; the rest folded, with the one word that holds for all of them when there is one. */
export function DecisionList({ decisions, agreements, preview = false, extra }: Props) {
  const t = useTranslate();
  const linked = decisions.filter((decision) => decision.linked);
  const others = decisions.filter((decision) => !decision.linked);
  const words = new Set(others.map(({ decision }) => decision));
  const [only] = words;
  return (
    <>
      <ul className="decisions">
        {linked.map((decision) => (
          <DecisionRow key={decision.party} decision={decision} agreements={agreements} preview={preview}>
            {extra?.(decision)}
          </DecisionRow>
        ))}
      </ul>
      {others.length > 0 && (
        <details className="other-parties">
          <summary>
            {t('release.others', { n: others.length })}
            {words.size === 1 && only && <span> · {t('release.othersAll', { word: t(`release.${only}`) })}</span>}
          </summary>
          <ul className="decisions">
            {others.map((decision) => (
              <DecisionRow key={decision.party} decision={decision} agreements={agreements} preview={preview} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
