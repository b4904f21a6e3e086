import { describe, expect, it } from 'vitest';
import { isSoon, minutesBetween, timeAt } from './when';

describe('the time at a place', () => {
  it('is said with its zone in both languages', () => {
    expect(timeAt('2026-12-01T20:30:00Z', 'Asia/Tokyo', 'en')).toBe('Wed, 2 Dec 2026, 05:30 Asia/Tokyo');
    expect(timeAt('2026-12-01T20:30:00Z', 'Asia/Tokyo', 'ja')).toContain('2026年12月2日');
    expect(timeAt('2026-12-01T20:30:00Z', 'America/New_York', 'en')).toContain('1 Dec 2026, 15:30');
  });

  it('is not guessed where the zone is unknown', () => {
    expect(timeAt('2026-12-01T20:30:00Z', 'Nowhere/At_all', 'en')).toBe('');
  });

  it.each([
    ['2026-11-29T20:29:59Z', false],
    ['2026-11-29T20:30:00Z', true],
    ['2026-12-01T21:59:59Z', true],
    ['2026-12-01T22:00:00Z', false],
  ])('at %s a meeting is soon: %s', (now, soon) => {
    expect(isSoon({ starts: '2026-12-01T20:30:00Z', ends: '2026-12-01T22:00:00Z' }, now)).toBe(soon);
  });

  it('lasts', () => {
    expect(minutesBetween('2026-12-01T20:30:00Z', '2026-12-01T22:00:00Z')).toBe(90);
  });
});
