import { expect, it } from 'vitest';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

it('takes the watch, enters what is suggested by one key, and puts an entry right without erasing it', async ({
  skip,
}) => {
  if (stage.nodes.fake === null) {
    skip('real nodes have a state of their own');
  }
  // given the log of a watch that nobody has
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  await page.keyboard.press('g');
  await page.keyboard.press('v');
  await page.locator('.watch-now').filter({ hasText: 'Nobody has the watch' }).waitFor(PATIENCE);
  // when it is opened
  await page.getByRole('button', { name: 'Open the watch' }).click();
  await page.locator('.watch-now').filter({ hasText: 'administrator has the watch' }).waitFor();
  await page.locator('li[data-entry="opened"]').waitFor();
  // then what happened is suggested, and one key enters it
  expect(await page.locator('li[data-suggestion]').count()).toBe(2);
  expect(await page.locator('li[data-entry="event"]').count()).toBe(0);
  await page.locator('.watch-now p').click();
  await page.keyboard.press('2');
  await page.locator('li[data-entry="event"]').filter({ hasText: 'Link with AUS lost' }).waitFor();
  await page.locator('li[data-suggestion]').nth(1).waitFor({ state: 'detached' });
  // when something is entered, it is kept at home unless somebody shares it
  await page.locator('[data-enter="call"]').click();
  const form = page.locator('form[data-act="call"]');
  await form.locator('textarea[name="text"]').fill('Port of Yatsushiro called');
  expect(await form.locator('.label-chip').innerText()).toBe('UNCLASSIFIED//REL TO JPN');
  await form.getByRole('button', { name: 'Say it' }).click();
  const call = page.locator('li[data-entry="call"]');
  await call.filter({ hasText: 'Yatsushiro' }).waitFor();
  // and put right
  await call.getByRole('button', { name: 'Correct' }).click();
  const correction = page.locator('form[data-act="correction"]');
  await correction.locator('textarea[name="text"]').fill('It was Misumi');
  await correction.getByRole('button', { name: 'Say it' }).click();
  await call.locator('.watch-correction').filter({ hasText: 'It was Misumi' }).waitFor();
  expect(await call.innerText()).toContain('Port of Yatsushiro called');
  // when an entry is about a case, it opens it
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await page.locator('tr[data-case]').first().getByRole('button').first().click();
  await page.getByRole('button', { name: 'Enter in the log of the watch' }).click();
  const about = page.locator('form[data-act="event"]');
  await about.filter({ hasText: 'Case: Kumamoto earthquake' }).waitFor();
  await about.locator('textarea[name="text"]').fill('The minister was told');
  await about.getByRole('button', { name: 'Say it' }).click();
  await page
    .locator('li[data-entry="event"]')
    .filter({ hasText: 'The minister was told' })
    .getByRole('button', { name: 'Case', exact: true })
    .waitFor();
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByRole('button', { name: '当直を引き継ぐ' }).click();
  await page.locator('.watch-now').filter({ hasText: '当直者がいません' }).waitFor();
  expect(japan.complaints).toEqual([]);
});
