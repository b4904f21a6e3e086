import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { may } from '../../session/session';
import { useBodyName, useMeetings } from './use-meetings';

/** Meetings for which we have something to do, as a part of the list of what is to be done. */
export function MeetingReminders() {
  return may('GET /api/v1/meetings') ? <Reminders /> : null;
}

/** Those of the bodies at which one works stand first. */
function Reminders() {
  const t = useTranslate();
  const language = useLanguage();
  const nameOf = useBodyName();
  const rows = (useMeetings().data?.meetings ?? [])
    .filter(({ duties }) => duties.length > 0)
    .toSorted((a, b) => Number(b.mine) - Number(a.mine) || a.starts.localeCompare(b.starts));
  return (
    <section data-inbox="meetings">
      <h4>
        {t('meetings.title')} <b>{rows.length}</b>
      </h4>
      {rows.length === 0 && <p className="quiet-text">{t('cases.nothing')}</p>}
      <ul className="case-list">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="mono">{zulu(row.starts)}</span> {nameOf(row.body)}{' '}
            {row.mine && <b>{t('meetings.mine')}</b>}{' '}
            <button type="button" className="link" onClick={() => openScreen('meetings', row.id)}>
              {row.title[language]}
            </button>{' '}
            <small>{row.duties.map((duty) => t(`meetings.duty.${duty}` as TextKey)).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
