import { describe, expect, it } from 'vitest';
import type { SharedRecord } from '../../api/types';
import { arranged, FIRST_ALERTS, isOver, severity } from './alert-order';

const NOW = new Date('2026-04-16T02:00:00Z');

function record(id: string, over: Partial<SharedRecord> & { body?: Record<string, unknown> }): SharedRecord {
  return {
    id,
    kind: 'alert',
    origin: 'JPN/ichigaya',
    precedence: 'ROUTINE',
    state: 'current',
    time: '2026-04-16T01:00:00Z',
    body: {},
    ...over,
  } as SharedRecord;
}

const RECORDS = [
  record('minor', { body: { title: 'Rain', severity: 'Minor' }, time: '2026-04-16T01:59:00Z' }),
  record('extreme', { body: { title: 'Tsunami', severity: 'Extreme' } }),
  record('found', { kind: 'finding', precedence: 'IMMEDIATE', body: { title: 'Drift', state: 'going-on' } }),
  record('ended', { kind: 'finding', precedence: 'FLASH', body: { title: 'Silence', state: 'over' } }),
  record('expired', { body: { title: 'Wind', severity: 'extreme', expires: '2026-04-16T01:30:00Z' } }),
  record('recalled', { state: 'recalled', precedence: 'FLASH' }),
];

function ids(choice: Partial<typeof FIRST_ALERTS>): readonly string[] {
  return arranged(RECORDS, { ...FIRST_ALERTS, ...choice }, NOW, ({ body }) => String(body?.['title'])).map(
    ({ id }) => id,
  );
}

describe('alerts', () => {
  it('stand by their severity, and by their precedence where none is said', () => {
    expect(ids({})).toEqual(['extreme', 'found', 'minor']);
    expect(severity(record('x', { precedence: 'FLASH' }))).toBe(4);
    expect(severity(record('x', { precedence: 'FLASH', body: { severity: 'Unknown' } }))).toBe(4);
  });

  it('stand by their time when the newest are wanted', () => {
    expect(ids({ order: 'newest' })).toEqual(['minor', 'extreme', 'found']);
  });

  it('show what is over only when asked, behind what goes on', () => {
    expect(ids({ over: true }).slice(0, 3)).toEqual(['extreme', 'found', 'minor']);
    expect([...ids({ over: true })].slice(3).sort()).toEqual(['ended', 'expired', 'recalled']);
    expect(isOver(record('x', { body: { expires: '2026-04-16T02:00:01Z' } }), NOW)).toBe(false);
  });

  it('are found by words and by kind', () => {
    expect(ids({ text: ' TSU' })).toEqual(['extreme']);
    expect(ids({ text: 'ichigaya', kind: 'finding' })).toEqual(['found']);
    expect(ids({ text: 'nothing' })).toEqual([]);
  });
});
