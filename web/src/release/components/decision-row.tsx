import { useId, useState, type ReactNode } from 'react';
import type { Agreement, Decision } from '../../api/types';
import { pointerName } from '../../i18n/field-name';
import { zulu } from '../../i18n/time';
import { useTranslate, type Translate } from '../../i18n/translate';
import { DecisionMark } from './decision-mark';
import { ReasonList } from './reason-list';

interface Props {
  readonly decision: Decision;
  readonly agreements: readonly Agreement[];
  /** Before sending there is nothing to confirm yet. */
  readonly preview?: boolean;
  readonly children?: ReactNode;
}

/** One party: what it gets, in one line; all reasons on demand. */
export function DecisionRow({ decision, agreements, preview = false, children }: Props) {
  const t = useTranslate();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <li className="decision" data-party={decision.party} data-decision={decision.decision}>
      <button
        type="button"
        className="decision-head"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <DecisionMark decision={decision.decision} />
        <strong className="party">{decision.party}</strong>
        <span className="word">{t(`release.${decision.decision}`)}</span>
        <span className="under">{underline(decision, preview, t)}</span>
      </button>
      {open && (
        <div id={id} className="decision-detail">
          <ReasonList reasons={decision.reasons} agreements={agreements} />
          {decision.outward && (
            <p className="outward">
              <span>{t('release.outward')}</span> {decision.outward}
            </p>
          )}
          {decision.asOf && <p className="as-of">{t('release.asOf', { date: decision.asOf })}</p>}
        </div>
      )}
      {children}
    </li>
  );
}

function underline(decision: Decision, preview: boolean, t: Translate): string {
  const parts: string[] = [];
  if (decision.removed.length > 0) {
    parts.push(`${t('release.removed')} ${decision.removed.map((at) => pointerName(at, t)).join(', ')}`);
  }
  if (decision.coarsened.length > 0) {
    parts.push(`${t('release.coarsened')} ${decision.coarsened.map((at) => pointerName(at, t)).join(', ')}`);
  }
  const firstFailed = decision.reasons.find(({ met }) => !met);
  if (decision.decision !== 'released' && parts.length === 0 && firstFailed) {
    parts.push(firstFailed.text);
  }
  const leaves = decision.decision === 'released' || decision.decision === 'redacted';
  if (!decision.linked) {
    parts.push(t('release.notLinked'));
  } else if (leaves && !preview) {
    parts.push(
      decision.confirmedAt ? t('release.confirmed', { time: zulu(decision.confirmedAt) }) : t('release.unconfirmed'),
    );
  }
  if (decision.ledgerPosition !== undefined) {
    parts.push(t('release.ledgerPosition', { n: decision.ledgerPosition }));
  }
  return parts.join(' · ');
}
