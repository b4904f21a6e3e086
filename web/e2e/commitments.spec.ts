import { expect, it } from 'vitest';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

it('shows what was promised where, keeps sides apart until all agree, and answers, in both languages', async ({
  skip,
}) => {
  if (stage.nodes.fake === null) {
    skip('real nodes keep commitments of their own');
  }
  // given three commitments, of which one is overdue, one due, and one over
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  await page.keyboard.press('g');
  await page.keyboard.press('y');
  const rows = page.locator('tr[data-commitment]');
  await rows.first().waitFor(PATIENCE);
  expect(await rows.count()).toBe(2);
  expect(await page.locator('[data-reminder="overdue"]').innerText()).toMatch(/^overdue\s+1$/);
  const due = page.locator('tr[data-horizon="within-7"]');
  expect(await due.locator('[data-party="USA"]').innerText()).toContain('at risk (not agreed)');
  await page.locator('[data-reminder="overdue"]').click();
  expect(await rows.count()).toBe(1);
  await page.locator('[data-reminder="overdue"]').click();
  // when one is opened and the partner's proposal is answered
  await due.getByRole('button', { name: 'Co-sustainment' }).click();
  await page.locator('[data-part="agreed"]').filter({ hasText: 'open' }).waitFor();
  const proposal = page.locator('[data-proposal="at-risk"]');
  expect(await proposal.innerText()).toContain('has still to answer: JPN');
  // a state cannot be proposed as met without evidence
  await page.locator('.case-acts').getByRole('button', { name: 'Propose a state' }).click();
  const state = page.locator('form[data-act="state"]');
  await state.locator('select[name="state"]').selectOption('met');
  expect(await state.locator('[data-field="due"]').count()).toBe(0);
  await state.locator('textarea[name="text"]').fill('Done');
  await state.locator('textarea[name="measured"]').fill('Two aircraft');
  await state.getByRole('button', { name: 'Say it' }).click();
  await state.getByText('nothing shows that it was met').waitFor();
  await state.getByRole('button', { name: 'Do not' }).click();
  await proposal.getByRole('button', { name: 'Agree' }).click();
  await page.locator('form[data-act="agree"]').getByRole('button', { name: 'Say it' }).click();
  // a record is found by its words as evidence
  await page.locator('.case-acts').getByRole('button', { name: 'Evidence', exact: true }).click();
  const evidence = page.locator('form[data-act="evidence"]');
  await evidence.locator('textarea[name="text"]').fill('The airport took them');
  await evidence.getByRole('searchbox', { name: 'Record' }).fill('kumamoto airport');
  await evidence.locator('.evidence-found button').first().click();
  await evidence.getByRole('button', { name: 'Choose another' }).waitFor();
  await evidence.getByRole('button', { name: 'Say it' }).click();
  await page.locator('[data-evidence="JPN"]').getByRole('button', { name: 'Open the record' }).waitFor();
  // then all agree to it, in both languages
  await page.locator('[data-proposal="at-risk"][data-standing="agreed"]').waitFor();
  await page.locator('[data-part="agreed"]').filter({ hasText: 'at risk' }).waitFor();
  await page.getByRole('button', { name: '日本語' }).click();
  await page.locator('[data-part="agreed"]').filter({ hasText: '懸念あり' }).waitFor();
  await page.getByRole('button', { name: '一覧', exact: true }).click();
  await page.locator('tr[data-horizon="later"]').filter({ hasText: '2027-03-31' }).waitFor();
  // Chromium tells of the refusal by itself.
  expect(japan.complaints.filter((one) => !one.includes('422'))).toEqual([]);
});
