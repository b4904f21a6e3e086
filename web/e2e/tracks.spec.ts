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
