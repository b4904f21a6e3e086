import { describe, expect, it, vi } from 'vitest';
import type { SharedRecord, Track } from '../../api/types';
import { NO_FILTER, showsRecord, showsTrack, wishes } from './picture-filter';

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {} });
const { readViews, saveView, beginWith, removeView, defaultView, savedViews } = await import('./saved-views');
const { FIRST_CHOICE } = await import('./map-choice');

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

describe('saved views', () => {
  it('are read without what is no view', () => {
    const { views, first } = readViews(
      JSON.stringify({ views: [{ name: 'Kyushu', lon: 131, lat: 33, zoom: 7 }, { name: '' }, 7, null], first: 'gone' }),
    );
    expect(views).toEqual([{ name: 'Kyushu', lon: 131, lat: 33, zoom: 7, choice: FIRST_CHOICE }]);
    expect(first).toBeNull();
    expect(readViews('not json')).toEqual({ views: [], first: null });
  });

  it('replace one of the same name, and the first goes with its view', () => {
    const view = { name: 'Kyushu', lon: 131, lat: 33, zoom: 7, choice: FIRST_CHOICE };
    saveView(view);
    saveView({ ...view, zoom: 8 });
    beginWith('Kyushu');
    expect(savedViews.get().views).toHaveLength(1);
    expect(defaultView()?.zoom).toBe(8);
    removeView('Kyushu');
    expect(defaultView()).toBeNull();
  });
});
