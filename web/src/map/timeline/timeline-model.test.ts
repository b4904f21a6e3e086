import { describe, expect, it } from 'vitest';
import { countByTime, reachFor, readTime, stepped } from './timeline-model';

const NOW = Date.parse('2027-01-15T12:00:00Z');

describe('the timeline', () => {
  it.each([
    [null, 1, 1],
    ['2027-01-15T11:30:00Z', 6, 6],
    ['2027-01-15T08:00:00Z', 1, 6],
    ['2027-01-10T08:00:00Z', 1, 168],
    ['2020-01-01T00:00:00Z', 1, 720],
  ] as const)('reaches back to %s', (at, chosen, reach) => {
    expect(reachFor(at, chosen, NOW)).toBe(reach);
  });

  it('comes to now and not beyond', () => {
    expect(stepped(null, -60_000, NOW)).toBe('2027-01-15T11:59:00.000Z');
    expect(stepped('2027-01-15T11:59:00.000Z', 60_000, NOW)).toBeNull();
    expect(stepped(null, 60_000, NOW)).toBeNull();
  });

  it('counts what came when', () => {
    const times = ['2027-01-15T11:01:00Z', '2027-01-15T11:02:00Z', '2027-01-15T11:59:00Z', '2027-01-15T10:59:59Z'];
    expect(countByTime(times, NOW - 3_600_000, NOW, 4)).toEqual([2, 0, 0, 1]);
  });

  it.each([
    ['2027-01-15 11:30', '2027-01-15T11:30:00.000Z'],
    [' 2027-01-15T1130z ', '2027-01-15T11:30:00.000Z'],
    ['2027-01-15 11:30:15Z', '2027-01-15T11:30:15.000Z'],
    ['2027-01-15 12:01', null],
    ['yesterday', null],
    ['2027-02-31 25:00', null],
  ])('reads "%s"', (text, expected) => {
    expect(readTime(text, NOW)).toBe(expected);
  });
});
