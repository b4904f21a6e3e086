import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { may } from '../../session/session';
import { useCommitments } from './use-commitments';

/** Commitments for which we have something to do, as a part of the list of what is to be done. */
export function CommitmentReminders() {
  return may('GET /api/v1/commitments') ? <Reminders /> : null;
}

function Reminders() {
  const t = useTranslate();
  const language = useLanguage();
  const rows = (useCommitments().data?.commitments ?? []).filter(({ duties }) => duties.length > 0);
  return (
    <section data-inbox="commitments">
      <h4>
        {t('commitments.title')} <b>{rows.length}</b>
      </h4>
      {rows.length === 0 && <p className="quiet-text">{t('cases.nothing')}</p>}
      <ul className="case-list">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="mono">{row.due}</span>{' '}
            <span className={row.horizon === 'overdue' ? 'case-late' : 'quiet-text'}>
              {t(`commitments.horizon.${row.horizon}`)}
            </span>{' '}
            <button type="button" className="link" onClick={() => openScreen('commitments', row.id)}>
              {row.title[language]}
            </button>{' '}
            <small>{row.duties.map((duty) => t(`commitments.duty.${duty}` as TextKey)).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
