import { expect, it } from 'vitest';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

it('finds what one may see by words of either language, and shows where it says so', async () => {
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  const words = page.getByRole('searchbox', { name: 'Words to look for' });
  await words.fill('熊本 空港');
  const hits = page.locator('.search-hit');
  await hits.first().waitFor(PATIENCE);
  expect(await hits.first().locator('mark').count()).toBeGreaterThan(0);
  // the words stand in the address, so that the search can be kept
  expect(decodeURIComponent(new URL(page.url()).hash)).toContain('#/search/熊本 空港');
  // what is on screen marks the banner
  const chips = await hits.locator('.label-chip').allInnerTexts();
  expect(chips.length).toBeGreaterThan(0);
  // a kind narrows it to what it says beside it
  const kind = page.locator('.search-narrow [data-code]').first();
  const count = Number(await kind.locator('.count').innerText());
  await kind.click();
  await page
    .getByRole('status')
    .filter({ hasText: `${count} found` })
    .waitFor(PATIENCE);
  // a hit opens beside the list
  await hits.first().getByRole('button').first().click();
  await page.locator('.panel').waitFor(PATIENCE);
  // the palette leads here as well
  await page.keyboard.press('Control+k');
  await page.locator('.palette input').fill('airport');
  await page.getByRole('option', { name: 'Search everything for “airport”' }).click();
  await hits
    .filter({ hasText: /airport/i })
    .first()
    .waitFor(PATIENCE);
  expect(await words.inputValue()).toBe('airport');
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByRole('heading', { name: '検索' }).waitFor(PATIENCE);
  await page.getByRole('searchbox', { name: '検索語' }).fill('このような語はどこにもない');
  await page.getByText('閲覧できる記録に該当するものはありません。').waitFor(PATIENCE);
  expect(japan.complaints).toEqual([]);
});
