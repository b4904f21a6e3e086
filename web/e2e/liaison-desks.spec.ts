import { describe, expect, it } from 'vitest';
import { callNode, uniqueWord } from './nodes.ts';
import { PATIENCE } from './patience.ts';
import { come, invite } from './people.ts';
import { plant } from './planted.ts';
import type { Screen } from './screen.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();

/** Tabs and pages behind the screens of the rail, and what is taken out as files. */
const PAGES = [
  'acsa/dashboard',
  'acsa/stock',
  'acsa/books',
  'cases/inbox',
  'overview/brief',
  'relief/places',
  'relief/moves',
];
const FILES = [
  '/api/v1/acsa/sheets/queue?form=csv',
  '/api/v1/acsa/dashboard',
  '/api/v1/acsa/stock',
  '/api/v1/acsa/books',
  '/api/v1/relief/hxl?exercise=true',
  '/api/v1/relief/board?exercise=true',
  '/api/v1/overview?exercise=true',
  '/api/v1/handover-brief',
  '/api/v1/cases/inbox',
  '/api/v1/glossary',
  '/cap',
  '/ogc/collections/tracks/items?limit=1000',
  '/ogc/collections/place-status/items?f=csv&limit=1000',
  '/ogc/collections/alert/items?f=kml&limit=1000',
];

/** Everything that somebody does who looks at every desk: screens, palette, searches, the map's live stream, files. */
async function lookEverywhere(screen: Screen, words: readonly string[]): Promise<void> {
  const { page } = screen;
  const screens = await page
    .locator('.rail [data-screen]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-screen') ?? ''));
  for (const one of screens) {
    await screen.go(one);
    await page.locator('main > *').first().waitFor(PATIENCE);
  }
  for (const one of PAGES) {
    await page.evaluate((hash) => (location.hash = `#/${hash}`), one);
    await page.waitForTimeout(150);
  }
  await page.evaluate(() => (location.hash = '#/picture'));
  await page.getByRole('tab', { name: 'Tracks' }).click(PATIENCE);
  // typed as somebody types who knows the beginning of it; what is typed is on the page and proves nothing
  for (const word of words) {
    const beginning = word.slice(0, word.lastIndexOf('-'));
    await page.keyboard.press('Control+k');
    await page.locator('.palette input').pressSequentially(beginning);
    await page.waitForTimeout(120);
    await page.keyboard.press('Escape');
  }
  await page.evaluate(
    async (paths) => {
      for (const path of paths) {
        await (await fetch(path)).text();
      }
    },
    [
      ...FILES,
      ...words.flatMap((word) =>
        ['/api/v1/search', '/api/v1/records', '/api/v1/tracks'].map(
          (path) => `${path}?text=${encodeURIComponent(word.slice(0, word.lastIndexOf('-')))}`,
        ),
      ),
    ],
  );
}

// A fake node knows nobody but its token, and decides no releases.
describe.skipIf(!process.env['RENKEI_E2E'])('an officer and a liaison who both look at every desk', () => {
  it('get what each may see, of orders, cases, moves, tracks, commitments, terms, searches, counts and files', async () => {
    const { jpn } = stage.nodes;
    // given things at every desk that are for Japan and the United States, and ships of a feed that is so, too
    const { words, ids } = await plant(jpn, ['JPN', 'USA']);
    const { tracks } = (await callNode(jpn, 'GET', '/api/v1/tracks?feed=ariake-ais')) as {
      tracks: readonly { id: string }[];
    };
    expect(tracks.length).toBeGreaterThan(0);
    const open = uniqueWord('Open');
    await callNode(jpn, 'POST', '/api/v1/records', {
      kind: 'note',
      label: 'UNCLASSIFIED//REL TO AUS, JPN, USA//EXERCISE',
      body: { title: open },
    });
    // when an officer of Japan and a liaison of Australia look everywhere
    const officer = await come(stage, await invite(stage, uniqueWord('officer'), ['watch-officer']));
    const liaison = await come(stage, await invite(stage, uniqueWord('liaison'), ['liaison'], 'AUS'));
    const sample = words.filter((_, place) => place % 3 === 0);
    for (const { screen } of [officer, liaison]) {
      await lookEverywhere(screen, sample);
    }
    // and while both listen, more of it is written
    const later = await plant(jpn, ['JPN', 'USA']);
    const told = uniqueWord('Told');
    await callNode(jpn, 'POST', '/api/v1/records', {
      kind: 'note',
      label: 'UNCLASSIFIED//REL TO AUS, JPN, USA//EXERCISE',
      body: { title: told },
    });
    for (const { screen } of [officer, liaison]) {
      await screen.go('records');
      await screen.page.locator('.record-list input[type="search"]').fill(told);
      await screen.row(told).waitFor(PATIENCE);
    }
    // then the officer was given all of it, and no byte of it came to the liaison
    const secrets = [...words, ...ids, '431999001', ...tracks.map(({ id }) => id)];
    const atOfficer = await officer.screen.everythingReceived();
    expect(secrets.filter((secret) => !atOfficer.includes(secret))).toEqual([]);
    const atLiaison = await liaison.screen.everythingReceived();
    expect(atLiaison).toContain(open);
    expect(atLiaison).toContain(told);
    expect([...secrets, ...later.words, ...later.ids].filter((secret) => atLiaison.includes(secret))).toEqual([]);
    // and nothing is counted there: what the liaison's desks say of orders, cases, moves and ships is that there are none
    const counted = (await liaison.screen.page.evaluate(async () =>
      Promise.all(
        ['/api/v1/acsa/orders', '/api/v1/tracks?feed=ariake-ais', '/api/v1/search?text=F-76'].map(
          async (path) => (await fetch(path)).json() as Promise<unknown>,
        ),
      ),
    )) as unknown as readonly [{ orders: unknown[] }, { tracks: unknown[]; total: number }, { total: number }];
    expect(counted[0].orders).toEqual([]);
    expect(counted[1].tracks).toEqual([]);
    expect(counted[1].total).toBe(0);
    expect(counted[2].total).toBe(0);
    // Chromium tells of what is refused by itself; what went wrong in a page is told otherwise.
    const odd = ({ complaints }: Screen) => complaints.filter((line) => !/status of 40[014]/.test(line));
    expect([...odd(liaison.screen), ...odd(officer.screen)]).toEqual([]);
  });
});
