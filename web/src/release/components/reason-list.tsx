import type { Agreement, Reason } from '../../api/types';
import { pointerName } from '../../i18n/field-name';
import { useLanguage } from '../../i18n/language';
import { localText, useTranslate } from '../../i18n/translate';

/** Every rule that was evaluated, with the agreement it used and what would change the answer. */
export function ReasonList({ reasons, agreements }: { reasons: readonly Reason[]; agreements: readonly Agreement[] }) {
  return (
    <ul className="reasons">
      {reasons.map((reason, index) => (
        <ReasonItem key={index} reason={reason} agreement={agreements.find(({ id }) => id === reason.agreement)} />
      ))}
    </ul>
  );
}

function ReasonItem({ reason, agreement }: { reason: Reason; agreement: Agreement | undefined }) {
  const t = useTranslate();
  return (
    <li data-met={reason.met} data-code={reason.code}>
      <span className="met">
        <span aria-hidden="true">{reason.met ? '✓' : '✕'}</span>
        <span className="hidden-text">{reason.met ? t('release.met') : t('release.notMet')}</span>
      </span>
      <div>
        {reason.portion && (
          <span className="portion-name">{t('release.portion', { at: pointerName(reason.portion, t) })}</span>
        )}
        <span>{reason.text}</span>
        {agreement && <AgreementFacts agreement={agreement} />}
        {reason.remedy && (
          <p className="remedy">
            <span>{t('release.remedy')}</span> {reason.remedy}
          </p>
        )}
      </div>
    </li>
  );
}

function AgreementFacts({ agreement }: { agreement: Agreement }) {
  const t = useTranslate();
  const language = useLanguage();
  const open = agreement.suspensions.find(({ until }) => until === undefined);
  const dates = [
    agreement.signed && t('release.signed', { date: agreement.signed }),
    agreement.inForce ? t('release.inForce', { date: agreement.inForce }) : t('release.inForceUnknown'),
    open && t('release.suspendedFrom', { date: open.from }),
    agreement.ended && t('release.ended', { date: agreement.ended }),
  ];
  return (
    <a className="agreement-facts" href={`#/agreements/${encodeURIComponent(agreement.id)}`}>
      {localText(agreement.name, language)} · {dates.filter(Boolean).join(' · ')}
    </a>
  );
}
