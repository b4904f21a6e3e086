import { beforeAll, describe, expect, it, vi } from 'vitest';

let route: typeof import('./route');

beforeAll(async () => {
  vi.stubGlobal('location', { hash: '' });
  vi.stubGlobal('window', { addEventListener: () => {} });
  route = await import('./route');
});

describe('the address', () => {
  it.each([
    '#/picture',
    '#/records?record=0196-a',
    '#/picture?track=c4b42ddb',
    '#/agreements/jpn-usa-information-protection-2007',
    '#/ledgers/USA?compose=new',
    '#/audit/0196-a?compose=0196-b',
    '#/reviews/policy',
    '#/reviews/consents',
    '#/reviews/0196-a?record=0196-b',
    '#/picture?at=2027-01-15T01:00:00.000Z',
    '#/picture?track=c4b42ddb&at=2027-01-15T01:00:00.000Z',
  ])('%s reads back as it was written', (hash) => {
    expect(route.printRoute(route.parseRoute(hash))).toBe(hash);
  });

  it('does not take for a time what is none', () => {
    expect(route.parseRoute('#/picture?at=yesterday').at).toBeNull();
    expect(route.parseRoute('#/picture?at=2027-01-15T10:00%2B09:00').at).toBe('2027-01-15T01:00:00.000Z');
  });

  it('falls back to the picture', () => {
    expect(route.parseRoute('#/nowhere').screen).toBe('picture');
  });
});
