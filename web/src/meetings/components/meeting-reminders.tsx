import type { MeetingRow } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { may } from '../../session/session';
import { isSoon } from '../model/when';
import { useBodyName, useMeetings } from './use-meetings';

/** Meetings that begin soon or for which we have something to do, as a part of the list of what is to be done. */
export function MeetingReminders() {
  return may('GET /api/v1/meetings') ? <Reminders /> : null;
}

/** Those of the bodies at which one works stand first. */
function Reminders() {
  const t = useTranslate();
  const language = useLanguage();
  const nameOf = useBodyName();
  const list = useMeetings().data;
  const soon = (row: MeetingRow) =>
    list !== undefined && row.state !== 'held' && row.state !== 'cancelled' && isSoon(row, list.now);
  const rows = (list?.meetings ?? [])
    .filter((row) => row.duties.length > 0 || soon(row))
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
            {soon(row) && <b>{t('meetings.soon')}</b>}{' '}
            <small>{row.duties.map((duty) => t(`meetings.duty.${duty}` as TextKey)).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
