import { expect, it } from 'vitest';
import type { CaseReplay, CaseReplayLine } from '../../api/types';
import { goneAt, marksOf, placeOf, sideAt } from './replay';

const T1 = '2026-04-14T12:00:00Z';
const T2 = '2026-04-14T13:00:00Z';
const T3 = '2026-04-14T14:00:00Z';
const between = '2026-04-14T12:30:00Z';

const line = (record: string, from: string | null, until: string | null = null): CaseReplayLine => ({
  record,
  party: 'JPN',
  act: 'report',
  said: T1,
  to: ['JPN', 'USA'],
  text: record,
  label: 'UNCLASSIFIED//REL TO JPN, USA',
  knew: [
    { party: 'JPN', evidence: 'said', from: T1, until, delaySeconds: 0 },
    {
      party: 'USA',
      evidence: from === null ? null : 'confirmed',
      from,
      until,
      delaySeconds: from === null ? null : 3_600,
    },
  ],
});

const replay: CaseReplay = {
  id: 'c',
  own: 'JPN',
  name: { en: 'Quake', ja: '地震' },
  label: 'UNCLASSIFIED',
  nations: ['JPN', 'USA'],
  lines: [line('arrived', T2), line('never', null), line('taken back', T2, T3)],
  gone: [{ record: 'theirs', party: 'USA', from: T2, until: T3 }],
  earlier: 0,
};

const records = (party: string, at: string) => sideAt(replay, party, at).map(({ line: { record } }) => record);

it('shows a partner nothing that had not reached it, and us what we had said', () => {
  expect(records('USA', between)).toEqual([]);
  expect(records('JPN', between)).toEqual(['arrived', 'never', 'taken back']);
  expect(records('USA', T2)).toEqual(['arrived', 'taken back']);
});

it('keeps in the past what was taken back since, and says so afterwards', () => {
  const taken = (at: string) => sideAt(replay, 'USA', at).find(({ line: { record } }) => record === 'taken back');
  expect(taken(T2)?.takenBack).toBeNull();
  expect(taken(T3)?.takenBack).toBe(T3);
  expect(goneAt(replay, between)).toEqual([]);
  expect(goneAt(replay, T2)).toHaveLength(1);
});

it('stands at the last mark until a time, whoever is looked at', () => {
  const marks = marksOf(replay, ['JPN', 'USA']);
  expect(marks).toEqual([T1, T2, T3]);
  expect(placeOf(marks, null)).toBe(2);
  expect(placeOf(marks, T2)).toBe(1);
  expect(placeOf(marks, between)).toBe(0);
  expect(placeOf(marks, '2026-04-14T11:00:00Z')).toBe(0);
  expect(placeOf(marksOf(replay, ['AUS', 'USA']), T3)).toBe(1);
  expect(placeOf([], null)).toBe(0);
});
