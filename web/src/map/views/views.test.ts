import { beforeEach, describe, expect, it, vi } from 'vitest';

const storage = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => storage.get(key) ?? null,
  setItem: (key: string, value: string) => storage.set(key, value),
  removeItem: (key: string) => storage.delete(key),
});
vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('window', { addEventListener: () => {} });
const { browserViews, forgetBrowserViews, readBrowserViews } = await import('./browser-views');
const { timeOf, viewTime } = await import('./view-content');
const { FIRST_CHOICE } = await import('../model/map-choice');

const NOW = Date.parse('2027-01-15T01:00:00Z');
const KYUSHU = { name: 'Kyushu', lon: 131, lat: 33, zoom: 7 };

describe('views of before, kept by the browser', () => {
  beforeEach(() => storage.clear());

  it('are read without what is no view, as they were saved', () => {
    const views = readBrowserViews(JSON.stringify({ views: [KYUSHU, { name: '' }, 7, null], first: 'Kyushu' }));
    expect(views).toEqual([
      {
        name: 'Kyushu',
        shared: false,
        first: true,
        content: { lon: 131, lat: 33, zoom: 7, time: { mode: 'now' }, choice: FIRST_CHOICE },
      },
    ]);
    expect(readBrowserViews('not json')).toEqual([]);
    expect(readBrowserViews(null)).toEqual([]);
  });

  it('lose a classification that there is not, and a name that is too long', () => {
    const strange = { ...KYUSHU, name: 'k'.repeat(80), choice: { filter: { upTo: 'COSMIC', nation: 'JPN' } } };
    const [view] = readBrowserViews(JSON.stringify({ views: [strange] }));
    expect(view?.name).toHaveLength(60);
    expect(view?.content.choice.filter).toMatchObject({ upTo: '', nation: 'JPN' });
  });

  it('are gone once they are let go', () => {
    storage.set('renkei.map-views', JSON.stringify({ views: [KYUSHU], first: null }));
    expect(browserViews()).toHaveLength(1);
    forgetBrowserViews();
    expect(browserViews()).toEqual([]);
  });
});

describe('the time of a view', () => {
  const at = '2027-01-14T23:30:00.000Z';

  it.each([
    ['now', null, { mode: 'now' }],
    ['ago', null, { mode: 'now' }],
    ['now', at, { mode: 'now' }],
    ['ago', at, { mode: 'ago', minutes: 90 }],
    ['at', at, { mode: 'at', at }],
  ] as const)('%s with %s shown is %j', (mode, shown, time) => {
    expect(viewTime(mode, shown, NOW)).toEqual(time);
  });

  it('goes with the clock, or stays', () => {
    const later = NOW + 3_600_000;
    expect(timeOf({ mode: 'now' }, later)).toBeNull();
    expect(timeOf({ mode: 'ago', minutes: 90 }, later)).toBe('2027-01-15T00:30:00.000Z');
    expect(timeOf({ mode: 'at', at }, later)).toBe(at);
  });

  it('is now where the instant has not come', () => {
    expect(timeOf({ mode: 'at', at: '2027-01-15T02:00:00Z' }, NOW)).toBeNull();
  });
});
