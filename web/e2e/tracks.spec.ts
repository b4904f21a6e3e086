import { expect, it } from 'vitest';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

it('shows each nation what moves by its own feeds, finds a ship and says who saw it', async ({ skip }) => {
  // given real nodes, of which JPN hears ships and USA aircraft
  if (stage.nodes.fake !== null) {
    skip('needs the feeds of the demonstration');
  }
  const japan = await stage.driver.visit(stage.nodes.jpn, { screen: 'picture' });
  const states = await stage.driver.visit(stage.nodes.usa, { screen: 'picture' });
  // when both open the tracks
  for (const { page } of [japan, states]) {
    await page.getByRole('tab', { name: 'Tracks' }).click();
  }
  // then each has its own, and what the other releases to it
  const ferry = japan.page.locator('.track-row').filter({ hasText: 'EXERCISE FERRY 1' });
  await ferry.filter({ hasText: 'ariake-ais' }).waitFor(PATIENCE);
  const lift = states.page.locator('.track-row').filter({ hasText: 'EXLIFT3' });
  await lift.filter({ hasText: 'relief-air' }).waitFor(PATIENCE);
  await states.page
    .locator('.track-row')
    .filter({ hasText: 'EXERCISE FERRY 1' })
    .filter({ hasText: 'JPN/ichigaya' })
    .waitFor(PATIENCE);
  await japan.page.locator('.track-row').filter({ hasText: 'EXLIFT3' }).filter({ hasText: 'USA/' }).waitFor(PATIENCE);
  // and a ship is found by its number, with its label and its source
  await japan.page.locator('#record-filter').fill('431999001');
  await expect.poll(() => japan.page.locator('.track-row').count()).toBe(1);
  await ferry.getByRole('button').click();
  const panel = japan.page.locator('aside').filter({ hasText: 'EXERCISE FERRY 1' });
  await panel.filter({ hasText: '431999001' }).waitFor();
  await panel.filter({ hasText: 'UNCLASSIFIED//REL TO JPN, USA//EXERCISE' }).waitFor();
  // and in Japanese as well
  await japan.page.getByRole('button', { name: '日本語' }).click();
  await panel.filter({ hasText: '情報源' }).waitFor();
});

it('says of a track that somebody looks at that it has ended', async ({ skip }) => {
  // given a map, and a ship that falls silent for good
  if (stage.nodes.fake === null) {
    skip('ships of real feeds do not end within a test');
  }
  const { page } = await stage.driver.visit(stage.nodes.jpn, { screen: 'picture' });
  await page.getByRole('tab', { name: 'Tracks' }).click();
  const row = page.locator('.track-row').filter({ hasText: 'TANKER NANTO' });
  await row.getByRole('button').click(PATIENCE);
  const id = (await row.getAttribute('data-id')) ?? '';
  const changes = { asOf: new Date().toISOString(), whole: false, tracks: [], gone: [id], ended: [id] };
  await page.route('**/api/v1/tracks/stream', (route) =>
    route.fulfill({ contentType: 'text/event-stream', body: `event: tracks\ndata: ${JSON.stringify(changes)}\n\n` }),
  );
  // when the node says so
  await page.evaluate(() => window.location.reload());
  // then the panel does, and not that it was withheld
  const panel = page.locator('.track-panel');
  await panel.getByText('This track has ended').waitFor(PATIENCE);
  await page.getByRole('button', { name: '日本語' }).click();
  await panel.getByText('この航跡は終わりました').waitFor(PATIENCE);
});
