import { expect, it } from 'vitest';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

/** One pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

it('sends files with a statement, one of them to fewer nations, and shows them where they belong', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('real nodes play a case of their own');
  }
  // given a report on which two files are laid
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await page.locator('tr[data-case]').first().getByRole('button').click(PATIENCE);
  await page.locator('.case-acts').getByRole('button', { name: 'Situation report' }).click(PATIENCE);
  const form = page.locator('form[data-act="report"]');
  await form.locator('textarea[name="text"]').fill('Runway 07 is usable');
  await form.locator('input[type="file"]').setInputFiles([
    { name: 'runway.png', mimeType: 'image/png', buffer: PICTURE },
    { name: 'fuel.csv', mimeType: 'text/csv', buffer: Buffer.from('jet fuel,120 kl\n') },
  ]);
  await form.getByText('fuel.csv', { exact: true }).waitFor(PATIENCE);
  // when one of them is for this nation alone
  await form.getByRole('button', { name: 'Tell fewer nations of fuel.csv' }).click();
  expect(await form.locator('input[name="file-to-USA"]').isChecked()).toBe(false);
  await form.locator('.file-drop .label-chip').filter({ hasText: 'UNCLASSIFIED//REL TO JPN//EXERCISE' }).waitFor();
  await form.getByRole('button', { name: 'Say it' }).click();
  // then the picture stands at the statement, and the other file beside it with its own label
  const said = page.locator('.case-said[data-act="report"]').filter({ hasText: 'Runway 07 is usable' });
  await said.getByRole('img', { name: 'Preview of runway.png' }).waitFor(PATIENCE);
  const enclosure = said.locator('.case-enclosure');
  expect(await enclosure.innerText()).toContain('Only for JPN');
  await enclosure.getByRole('button', { name: 'Save fuel.csv' }).waitFor(PATIENCE);
  await page.getByRole('button', { name: '日本語' }).click();
  await enclosure.filter({ hasText: 'JPN のみ' }).waitFor(PATIENCE);
  expect(japan.complaints).toEqual([]);
});

it('takes a file that is dropped', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('real nodes play a case of their own');
  }
  const { page } = await stage.driver.visit(stage.nodes.jpn);
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await page.locator('tr[data-case]').first().getByRole('button').click(PATIENCE);
  await page.locator('.case-acts').getByRole('button', { name: 'Situation report' }).click(PATIENCE);
  const transfer = await page.evaluateHandle(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['word'], 'dropped.txt', { type: 'text/plain' }));
    return dropped;
  });
  await page.locator('.file-drop').dispatchEvent('drop', { dataTransfer: transfer });
  await page.locator('.file-drop').getByText('dropped.txt', { exact: true }).waitFor(PATIENCE);
  await page.getByRole('button', { name: 'Remove dropped.txt' }).click();
  expect(await page.locator('.file-drop .attachments li').count()).toBe(0);
});
