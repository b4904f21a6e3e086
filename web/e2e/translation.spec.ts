import { expect, it } from 'vitest';
import { callNode, uniqueWord } from './nodes.ts';
import { PATIENCE } from './patience.ts';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();

it('translates a text of another language on request, marked as made by a machine', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('real nodes have no service unless they are told of one');
  }
  const write = async (label: string, body: object) =>
    (
      (await callNode(stage.nodes.jpn, 'POST', '/api/v1/records', { kind: 'situation-report', label, body })) as {
        id: string;
      }
    ).id;
  const title = uniqueWord('Airport report');
  const open = await write('UNCLASSIFIED//REL TO JPN, USA', { title, summary: '空港の滑走路は閉鎖中です。' });
  const closed = await write('SECRET//REL TO JPN, USA', { title, summary: '燃料は三日分です。' });
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  // when it is asked for by the keyboard
  await page.evaluate((id) => (location.hash = `#/records?record=${id}`), open);
  const summary = page.locator('.panel [data-field="summary"]');
  const ask = summary.getByRole('button', { name: 'Translate' });
  await ask.waitFor(PATIENCE);
  expect(await page.locator('.panel [data-field="title"]').getByRole('button', { name: 'Translate' }).count()).toBe(0);
  await ask.press('Enter');
  // then it stands below the original and says what made it
  const made = summary.locator('.machine-text');
  await made.getByText('The airport is closed.').waitFor(PATIENCE);
  expect(await made.innerText()).toContain('機械翻訳 / Machine translation');
  expect(await made.innerText()).toContain('minna-7b');
  await summary.getByText('空港の滑走路は閉鎖中です。').waitFor(PATIENCE);
  await shoot(page, 'translation-en');
  // and it goes when it is hidden, and with the language
  await summary.getByRole('button', { name: 'Hide the translation' }).press('Enter');
  expect(await made.count()).toBe(0);
  // and who reads Japanese is not offered any
  await page.getByRole('button', { name: '日本語' }).click();
  await expect.poll(() => summary.getByRole('button', { name: '翻訳' }).count(), PATIENCE).toBe(0);
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  // and where it may not go, every reason is told
  await page.evaluate((id) => (location.hash = `#/records?record=${id}`), closed);
  await page.locator('.panel [data-field="summary"]').getByRole('button', { name: 'Translate' }).click(PATIENCE);
  await page.getByText('Nothing was given to the service.').waitFor(PATIENCE);
  await page.getByText('above RESTRICTED').waitFor(PATIENCE);
  await shoot(page, 'translation-refused-en');
  expect(japan.complaints.filter((one) => !one.includes('422'))).toEqual([]);
});

it('offers it in Japanese at a statement of a case', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('real nodes have no service unless they are told of one');
  }
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  await page.getByRole('button', { name: '日本語' }).click();
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await page.locator('tr[data-case]').first().getByRole('button').click(PATIENCE);
  const said = page
    .locator('.case-said')
    .filter({ has: page.getByRole('button', { name: '翻訳' }) })
    .first();
  await said.getByRole('button', { name: '翻訳' }).press('Enter');
  await page.locator('.case-said .machine-text').getByText('機械翻訳').waitFor(PATIENCE);
  await shoot(page, 'translation-case-ja');
  expect(japan.complaints).toEqual([]);
});
