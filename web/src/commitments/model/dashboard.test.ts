import { describe, expect, it } from 'vitest';
import type { CommitmentRow } from '../../api/types';
import { ALL, byMeeting, chosen, countBy, differs, stateOf } from './dashboard';

const row = (id: string, more: Partial<CommitmentRow> = {}): CommitmentRow => ({
  id,
  title: { en: id, ja: id },
  meeting: 'scc',
  held: '2026-01-15',
  reference: 'Joint statement',
  state: 'on-track',
  sides: [
    { party: 'JPN', state: 'on-track', agreed: true, owner: 'sdc', office: null },
    { party: 'USA', state: 'on-track', agreed: true, owner: null, office: null },
  ],
  due: '2026-12-31',
  horizon: 'within-30',
  duties: [],
  waiting: 0,
  newest: '2026-11-01T00:00:00Z',
  label: 'UNCLASSIFIED//REL TO JPN, USA',
  ...more,
});

const rows = [
  row('a', { duties: ['fulfil'] }),
  row('b', { state: null, horizon: 'overdue', sides: [{ ...row('x').sides[0]!, agreed: false }] }),
  row('c', { state: 'met', horizon: 'over', meeting: 'acg-dg', held: '2025-06-01' }),
  row('d', { held: '2026-07-28', horizon: 'later' }),
];

const ids = (of: readonly CommitmentRow[]) => of.map(({ id }) => id);

describe('what is chosen of the dashboard', () => {
  it('leaves out what all agree is over, unless it is asked for', () => {
    expect(ids(chosen(rows, ALL))).toEqual(['a', 'b', 'd']);
    expect(ids(chosen(rows, { ...ALL, over: true }))).toEqual(['a', 'b', 'c', 'd']);
    expect(ids(chosen(rows, { ...ALL, horizon: 'over' }))).toEqual(['c']);
    expect(ids(chosen(rows, { ...ALL, state: 'met' }))).toEqual(['c']);
  });

  it('fits every filter at once', () => {
    expect(ids(chosen(rows, { ...ALL, meeting: 'scc 2026-01-15' }))).toEqual(['a', 'b']);
    expect(ids(chosen(rows, { ...ALL, meeting: 'scc 2026-01-15', todo: true }))).toEqual(['a']);
    expect(ids(chosen(rows, { ...ALL, state: 'none' }))).toEqual(['b']);
    expect(ids(chosen(rows, { ...ALL, partner: 'USA' }))).toEqual(['a', 'd']);
    expect(ids(chosen(rows, { ...ALL, owner: 'ssc' }))).toEqual([]);
  });

  it('counts each commitment once, in one meeting', () => {
    const meetings = byMeeting(rows);
    expect(meetings.map(({ key, rows: of }) => [key, ids(of)])).toEqual([
      ['scc 2026-07-28', ['d']],
      ['scc 2026-01-15', ['a', 'b']],
      ['acg-dg 2025-06-01', ['c']],
    ]);
    expect([...countBy(rows, stateOf)]).toEqual([
      ['on-track', 2],
      ['none', 1],
      ['met', 1],
    ]);
  });

  it('differs where one side says what not all agree to', () => {
    expect(rows.map(differs)).toEqual([false, true, false, false]);
  });
});
