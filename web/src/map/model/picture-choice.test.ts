import { describe, expect, it } from 'vitest';
import type { SharedRecord, Track } from '../../api/types';
import { NO_FILTER, showsRecord, showsTrack, wishes } from './picture-filter';

const NOW = Date.parse('2027-01-15T01:00:00Z');
const record = {
  origin: 'USA/yokota',
  party: 'USA',
  time: '2027-01-15T00:40:00Z',
  banner: 'CONFIDENTIAL//REL TO JPN, USA',
} as SharedRecord;
const track = {
  feeds: ['ais'],
  identities: ['mmsi:431000123'],
  domain: 'sea',
  seenAt: '2027-01-15T00:58:00Z',
  label: 'UNCLASSIFIED//PUBLIC',
} as unknown as Track;

describe('the filter of the picture', () => {
  it.each([
    [{}, true, true],
    [{ source: 'USA/yokota' }, true, false],
    [{ source: 'ais' }, false, true],
    [{ nation: 'USA' }, true, false],
    [{ nation: 'JPN' }, false, true],
    [{ minutes: 5 }, false, true],
    [{ minutes: 30 }, true, true],
    [{ upTo: 'RESTRICTED' }, false, true],
    [{ upTo: 'CONFIDENTIAL' }, true, true],
    [{ releasableTo: 'AUS' }, false, true],
    [{ releasableTo: 'JPN' }, true, true],
    [{ domain: 'air' }, true, false],
  ] as const)('%j shows the report %s, the ship %s', (wish, report, ship) => {
    const filter = { ...NO_FILTER, ...wish };
    expect(showsRecord(filter, record, NOW)).toBe(report);
    expect(showsTrack(filter, track, NOW)).toBe(ship);
    expect(wishes(filter)).toBe(Object.keys(wish).length);
  });

  it('takes a label that cannot be read for the highest', () => {
    const strange = { ...record, banner: 'COSMIC//WHATEVER//?' };
    expect(showsRecord({ ...NO_FILTER, upTo: 'TOP SECRET' }, strange, NOW)).toBe(false);
    expect(showsRecord(NO_FILTER, strange, NOW)).toBe(true);
  });
});
