import type { CaseDuty } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { duration, zulu } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { useBodies } from './use-bodies';

/** Who has to act until when, the most pressing first. */
export function DutyTable({ duties, withCase }: { duties: readonly CaseDuty[]; withCase: boolean }) {
  const t = useTranslate();
  const language = useLanguage();
  const { nameOf } = useBodies();
  return (
    <table className="audit-table">
      <thead>
        <tr>
          <th scope="col">{t('cases.column.due')}</th>
          <th scope="col">{t('cases.column.who')}</th>
          <th scope="col">{t('cases.column.what')}</th>
          <th scope="col">{t('cases.column.about')}</th>
        </tr>
      </thead>
      <tbody>
        {duties.map((duty) => (
          <tr
            key={`${duty.caseId} ${duty.on} ${duty.kind} ${duty.party}`}
            data-duty={duty.kind}
            data-state={duty.state}
          >
            <td>
              <Due duty={duty} />
            </td>
            <td>
              <b className="mono">{duty.party}</b>
              {duty.body && <small className="quiet-text"> {nameOf(duty.body)}</small>}
            </td>
            <td>{t(`cases.duty.${duty.kind}` as TextKey)}</td>
            <td>
              {withCase ? (
                <button type="button" className="link" onClick={() => openScreen('cases', duty.caseId)}>
                  {duty.name[language]}
                </button>
              ) : (
                <span>
                  <b className="mono">{duty.from}</b> {t(`cases.act.${duty.act}` as TextKey)}
                </span>
              )}
              <br />
              <small>{duty.text.slice(0, 140)}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Due({ duty }: { duty: CaseDuty }) {
  const t = useTranslate();
  if (!duty.due) {
    return <span className="quiet-text">{t('cases.noDue')}</span>;
  }
  const left = Date.parse(duty.due) - Date.now();
  return (
    <>
      <span className={duty.late ? 'case-late' : undefined}>
        {duty.late ? t('cases.late', { time: duration(-left, t) }) : t('cases.left', { time: duration(left, t) })}
      </span>
      <br />
      <small className="mono">{zulu(duty.due)}</small>
    </>
  );
}
