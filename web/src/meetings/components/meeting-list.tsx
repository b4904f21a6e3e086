import { useState } from 'react';
import type { MeetingList as List, MeetingRow } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { useOnScreen } from '../../release/model/on-screen';
import { Failure, Loading } from '../../ui/failure';
import { MeetingMark, WhenAndWhere } from './meeting-mark';
import { useBodyName, useMeetings } from './use-meetings';

/** Meetings that are to come, the next one first; then those that are over. */
export function MeetingListPage() {
  const state = useMeetings();
  return (
    <>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && <Lists list={state.data} />}
    </>
  );
}

function Lists({ list }: { list: List }) {
  const t = useTranslate();
  const [mine, setMine] = useState(false);
  const shown = list.meetings.filter((row) => !mine || row.mine);
  const isOver = ({ state }: MeetingRow) => state === 'held' || state === 'cancelled';
  useOnScreen(
    'meetings',
    shown.map(({ label }) => label),
  );
  return (
    <>
      <label className="case-check">
        <input
          type="checkbox"
          checked={mine}
          disabled={!list.meetings.some((row) => row.mine)}
          onChange={({ target }) => setMine(target.checked)}
        />
        <span>{t('meetings.onlyMine')}</span>
      </label>
      <Table name={t('meetings.toCome')} rows={shown.filter((row) => !isOver(row)).toReversed()} />
      <Table name={t('meetings.over')} rows={shown.filter(isOver)} />
    </>
  );
}

function Table({ name, rows }: { name: string; rows: readonly MeetingRow[] }) {
  const t = useTranslate();
  return (
    <section>
      <h4>
        {name} <b>{rows.length}</b>
      </h4>
      {rows.length === 0 ? (
        <p className="quiet-text">{t('meetings.none')}</p>
      ) : (
        <ul className="case-list meeting-list">
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ row }: { row: MeetingRow }) {
  const t = useTranslate();
  const language = useLanguage();
  const nameOf = useBodyName();
  return (
    <li data-meeting={row.id}>
      <button type="button" className="link" onClick={() => openScreen('meetings', row.id)}>
        {row.title[language]}
      </button>{' '}
      <MeetingMark state={row.state} moving={row.moving} /> <LabelChip text={row.label} />
      <span className="meeting-line">
        <WhenAndWhere of={row} />
      </span>
      <small className="meeting-line quiet-text">
        {nameOf(row.body)} · <span className="mono">{row.nations.join(' ')}</span> ·{' '}
        {t('meetings.items', { n: row.items })}
      </small>
      {row.duties.length > 0 && (
        <b className="meeting-line">
          {t('meetings.toDo', { what: row.duties.map((duty) => t(`meetings.duty.${duty}` as TextKey)).join(' · ') })}
        </b>
      )}
    </li>
  );
}
