import { describe, expect, it } from 'vitest';
import type { Track } from '../../api/types';
import { Wakes } from './wakes';

const START = Date.parse('2027-01-15T01:00:00Z');
const ship = (seconds: number): Track => ({
  id: 'a',
  origin: 'JPN/ichigaya',
  coarse: false,
  domain: 'sea',
  state: 'live',
  label: 'UNCLASSIFIED',
  latitude: 33 + seconds / 1000,
  longitude: 131,
  seenAt: new Date(START + seconds * 1000).toISOString(),
  identities: [],
  feeds: [],
});
const after = (...seconds: number[]) => {
  const wakes = new Wakes();
  seconds.forEach((at) => wakes.add([ship(at)], START + at * 1000));
  return wakes;
};

describe('the wake of a track', () => {
  it('has a point every quarter of a minute and ends where the track is', () => {
    const line = after(0, 1, 2, 15, 16, 31).of(ship(40));
    expect(line?.map(([, latitude]) => latitude)).toEqual([33, 33.015, 33.031, 33.04]);
  });

  it('forgets what is older than twenty minutes', () => {
    expect(after(0, 600, 1_100, 1_300).of(ship(1_300))?.[0]?.[1]).toBe(33.6);
  });

  it('begins anew when somebody goes back', () => {
    expect(after(600, 660, 30).of(ship(30))).toHaveLength(2);
  });

  it('says nothing of what is shown coarsely', () => {
    const wakes = new Wakes();
    wakes.add([{ ...ship(0), coarse: true }], START);
    expect(wakes.of(ship(0))).toBeNull();
  });
});
