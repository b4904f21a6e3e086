import { expect, it } from 'vitest';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

it('pays a debt in another currency, sets a ceiling, and shows the dashboard in both languages', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('a real node has orders of its own');
  }
  // given an order that is invoiced
  const japan = await stage.driver.visit(stage.nodes.jpn);
  await japan.go('acsa');
  const { page } = japan;
  await page.getByRole('button', { name: /F-76/ }).click(PATIENCE);
  // when it is paid in dollars
  await page.getByRole('button', { name: /^Pay/ }).click();
  await page.locator('input[name="otherCurrency"]').fill('USD');
  await page.getByRole('button', { name: 'Work it out' }).click();
  await page.locator('input[name="given"][value="773.44"]').waitFor();
  expect(await page.locator('input[name="agreedPerEuro"]').inputValue()).toBe('160');
  await page.locator('input[name="reference"]').fill('7');
  await page.locator('textarea[name="documents"]').fill('voucher 7');
  await page.getByRole('button', { name: 'Say: Pay' }).click();
  // then it is settled
  await page.getByRole('heading', { name: /Settled/ }).waitFor(PATIENCE);
  // when a ceiling is set
  await page.getByRole('button', { name: 'Rates, ceilings, authorities' }).click();
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Set a ceiling' }) });
  await form.locator('input[name="name"]').fill('fuel 2026');
  await form.locator('input[name="currency"]').fill('JPY');
  await form.locator('input[name="amount"]').fill('200,000');
  await form.locator('input[name="source"]').fill('order 7');
  for (const name of ['from', 'to']) {
    await form.locator(`[data-field="${name}"] input`).first().fill('2026-04-01');
  }
  await form.getByRole('button', { name: 'Set a ceiling' }).click();
  // then the dashboard shows what is left of it, in both languages
  await page.locator('tr[data-ceiling="fuel 2026"]').waitFor(PATIENCE);
  await page.getByRole('button', { name: 'Dashboard' }).click();
  await page.locator('tr[data-ceiling="fuel 2026"]').filter({ hasText: '87,500 JPY' }).waitFor();
  await page.getByText('Who has to be told').waitFor();
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByText('警告と上申').waitFor();
});

it('brings in past orders only after they were looked at, mapped and checked', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('a real node has past orders of its own');
  }
  // given a spreadsheet with a heading that nobody knows
  const japan = await stage.driver.visit(stage.nodes.jpn);
  await japan.go('acsa');
  const { page } = japan;
  await page.getByRole('button', { name: 'Past orders' }).click(PATIENCE);
  await page.getByText('No past orders are here.').waitFor();
  await page.locator('input[name="past"]').setInputFiles({
    name: 'past.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('番号,相手,数量\n'),
  });
  // then what is missing is named, and nothing can be checked
  await page.getByText('Still missing: Partner').waitFor(PATIENCE);
  expect(await page.getByRole('button', { name: 'Check every line' }).isDisabled()).toBe(true);
  // when the column is named and the lines are checked
  await page.locator('select[name="column-1"]').selectOption('partner');
  await page.getByRole('button', { name: 'Check every line' }).click();
  await page.locator('tr[data-line="4"][data-status="wrong"]').filter({ hasText: 'a whole number' }).waitFor();
  // then nothing is stored before it is confirmed
  await page.getByText('No past orders are here.').waitFor();
  await page.locator('input[name="label"]').fill('UNCLASSIFIED//REL TO JPN');
  await page.getByRole('button', { name: 'Bring in 2 lines, leave out 1 wrong ones' }).click();
  await page.getByText('2 lines are stored.').waitFor();
  await page.locator('tr[data-past="R4-1"]').filter({ hasText: 'no source document is named' }).waitFor();
  // and it says the same in Japanese
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByText('2 行を保存しました。').waitFor();
});
