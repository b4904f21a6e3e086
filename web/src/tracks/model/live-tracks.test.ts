import { describe, expect, it } from 'vitest';
import type { Track, TrackChanges } from '../../api/types';
import { applied, endedAfter } from './live-tracks';

const track = (id: string, latitude = 33): Track => ({
  id,
  coarse: false,
  domain: 'sea',
  state: 'live',
  label: 'UNCLASSIFIED//PUBLIC',
  latitude,
  longitude: 131,
  seenAt: '2027-01-15T01:00:00Z',
  identities: [],
  feeds: [],
  origin: 'JPN/ichigaya',
});
const changes = (part: Partial<TrackChanges>): TrackChanges => ({
  asOf: '2027-01-15T01:00:00Z',
  whole: false,
  tracks: [],
  gone: [],
  ended: [],
  ...part,
});

describe('tracks as they change', () => {
  const before = new Map([
    ['a', track('a')],
    ['b', track('b')],
  ]);

  it('takes what moved and leaves the rest', () => {
    const after = applied(before, changes({ tracks: [track('a', 34), track('c')] }));
    expect([...after.keys()]).toEqual(['a', 'b', 'c']);
    expect(after.get('a')?.latitude).toBe(34);
    expect(before.get('a')?.latitude).toBe(33);
  });

  it('lets go of what is gone', () => {
    expect([...applied(before, changes({ gone: ['a', 'x'] })).keys()]).toEqual(['b']);
  });

  it('begins anew when it is told everything', () => {
    expect([...applied(before, changes({ whole: true, tracks: [track('c')] })).keys()]).toEqual(['c']);
  });

  it('remembers what has ended until it is told of again', () => {
    const ended = endedAfter(new Set(), changes({ gone: ['a', 'b'], ended: ['a'] }));
    expect([...ended]).toEqual(['a']);
    expect(endedAfter(ended, changes({ tracks: [track('c')] }))).toBe(ended);
    expect([...endedAfter(ended, changes({ tracks: [track('a')] }))]).toEqual([]);
  });
});
