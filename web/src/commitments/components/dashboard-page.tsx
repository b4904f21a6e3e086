import { useState } from 'react';
import type { CommitmentList, CommitmentRow } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { useOnScreen } from '../../release/model/on-screen';
import { Failure, Loading } from '../../ui/failure';
import { ALL, byMeeting, chosen, countBy, stateOf, type Choice, type Meeting } from '../model/dashboard';
import { DashboardFilters, Reminders } from './dashboard-filters';
import { SideMark, StateMark } from './state-mark';
import { useBodyNames, useCommitments } from './use-commitments';

/** What was promised at which meeting and where it stands, with the reminders first. */
export function DashboardPage() {
  const state = useCommitments();
  return (
    <>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && <Dashboard list={state.data} />}
    </>
  );
}

function Dashboard({ list }: { list: CommitmentList }) {
  const t = useTranslate();
  const [choice, setChoice] = useState<Choice>(ALL);
  const rows = chosen(list.commitments, choice);
  useOnScreen(
    'commitments',
    rows.map(({ label }) => label),
  );
  return (
    <>
      <Reminders rows={list.commitments} choice={choice} onChange={setChoice} />
      <DashboardFilters list={list} choice={choice} onChange={setChoice} />
      <p className="quiet-text" role="status">
        {t('commitments.shown', { n: rows.length, of: list.commitments.length })}
      </p>
      {rows.length === 0 && (
        <p className="quiet-text">{t(list.commitments.length === 0 ? 'commitments.none' : 'commitments.noneChosen')}</p>
      )}
      {byMeeting(rows).map((meeting) => (
        <MeetingTable key={meeting.key} meeting={meeting} />
      ))}
    </>
  );
}

function MeetingTable({ meeting }: { meeting: Meeting }) {
  const t = useTranslate();
  const { nameOf } = useBodyNames();
  const states = [...countBy(meeting.rows, stateOf)]
    .map(([state, n]) => `${t(`commitments.state.${state}` as TextKey)} ${n}`)
    .join(' · ');
  return (
    <section className="commitment-meeting" data-meeting={meeting.key}>
      <h4>
        {nameOf(meeting.meeting)} <span className="mono">{meeting.held}</span>{' '}
        <small className="quiet-text">{states}</small>
      </h4>
      <table className="audit-table commitment-table">
        <thead>
          <tr>
            {(['commitment', 'agreed', 'sides', 'owners', 'due', 'toDo'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`commitments.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {meeting.rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { row: CommitmentRow }) {
  const t = useTranslate();
  const language = useLanguage();
  const { nameOf } = useBodyNames();
  return (
    <tr data-commitment={row.id} data-horizon={row.horizon}>
      <td>
        <button type="button" className="link" onClick={() => openScreen('commitments', row.id)}>
          {row.title[language]}
        </button>
        <br />
        <small className="quiet-text">{row.reference}</small> <LabelChip text={row.label} />
      </td>
      <td>
        <StateMark state={row.state} />
      </td>
      <td>
        {row.sides.map((side) => (
          <SideMark key={side.party} side={side} />
        ))}
      </td>
      <td>
        {row.sides.map(({ party, owner, office }) => (
          <span key={party} className="commitment-side">
            <b className="mono">{party}</b> {owner === null ? t('commitments.noOwner') : nameOf(owner)}
            {office && <small className="quiet-text"> {office}</small>}
          </span>
        ))}
      </td>
      <td>
        <span className="mono">{row.due}</span>
        <br />
        <small className={row.horizon === 'overdue' ? 'case-late' : 'quiet-text'}>
          {t(`commitments.horizon.${row.horizon}`)}
        </small>
      </td>
      <td>
        {row.duties.map((duty) => (
          <span key={duty} className="commitment-side">
            {t(`commitments.duty.${duty}` as TextKey)}
          </span>
        ))}
        {row.waiting > 0 && <small>{t('commitments.waitingOf', { n: row.waiting })}</small>}
      </td>
    </tr>
  );
}
