import { expect, it } from 'vitest';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

it('shows what a partner asks for, takes an offer, and says to whom it goes, in both languages', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('real nodes play a case of their own');
  }
  // given a case in which the partner has asked for something
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  const row = page.locator('tr[data-case]').first();
  await row.filter({ hasText: 'Large-scale disaster' }).waitFor(PATIENCE);
  // what is on screen marks the banner
  expect(await page.locator('.classification-banner').innerText()).not.toBe('UNCLASSIFIED');
  await page.getByRole('button', { name: 'To do' }).click();
  await page.locator('[data-inbox="due"] tr[data-duty="respond"]').filter({ hasText: 'offer or refuse' }).waitFor();
  // when it is opened and an offer is made
  await page.locator('tr[data-duty="respond"]').getByRole('button').click();
  await page.locator('.case-said[data-act="request"]').filter({ hasText: 'Yatsushiro' }).waitFor();
  await page.getByRole('button', { name: 'Acknowledge 1 statements to partners' }).click();
  await page.locator('.case-said[data-act="request"]').filter({ hasText: 'JPN acknowledged' }).waitFor();
  await page.locator('.case-asked').getByRole('button', { name: 'Offer' }).click();
  const form = page.locator('form[data-act="offer"]');
  await form.locator('textarea[name="text"]').fill('Berth 3, from 0600Z');
  expect(await form.locator('.label-chip').innerText()).toBe('UNCLASSIFIED//REL TO JPN, USA//EXERCISE');
  expect(await form.locator('input[name="to-JPN"]').isDisabled()).toBe(true);
  await form.getByRole('button', { name: 'Say it' }).click();
  // then it stands in the timeline on our side, and it is the partner's turn
  await page.locator('.case-said[data-act="offer"][data-side="left"]').filter({ hasText: 'Berth 3' }).waitFor();
  await page.locator('tr[data-duty="decide"]').filter({ hasText: 'USA' }).waitFor();
  // when a further nation is proposed
  await page.locator('.case-acts').getByRole('button', { name: 'Proposal of a further nation' }).click();
  const proposal = page.locator('form[data-act="invite"]');
  expect(await proposal.locator('select[name="party"] option').allInnerTexts()).toEqual(['–', 'AUS Australia']);
  await proposal.locator('select[name="party"]').selectOption('AUS');
  await proposal.locator('textarea[name="text"]').fill('They have an aircraft at Butterworth');
  // then only the nations of the case are told, all of them
  expect(await proposal.locator('.label-chip').innerText()).toBe('UNCLASSIFIED//REL TO JPN, USA//EXERCISE');
  await proposal.getByRole('button', { name: 'Say it' }).click();
  await page.locator('.case-said[data-act="invite"]').filter({ hasText: 'Nation that joins: AUS' }).waitFor();
  // when a report is filled in line by line
  await page.locator('.case-acts').getByRole('button', { name: 'Situation report' }).click();
  const report = page.locator('form[data-act="report"]');
  await report.locator('select[name="template"]').selectOption({ label: 'METHANE report' });
  await report.getByLabel('Exact location').fill('Route 57, kilometre 12');
  await report.getByRole('button', { name: 'Write it into the text' }).click();
  // then the text names every part in both languages, and what is not known as such
  const text = await report.locator('textarea[name="text"]').inputValue();
  expect(text).toContain('E  Exact location / 正確な場所: Route 57, kilometre 12');
  expect(text).toContain('Major incident declared / 重大事故の宣言: not known / 不明');
  await page.getByRole('button', { name: '日本語' }).click();
  await page.locator('.case-said[data-act="offer"]').filter({ hasText: '支援の申し出' }).waitFor();
  await page.locator('tr[data-duty="decide"]').filter({ hasText: '申し出を受諾または辞退する' }).waitFor();
  expect(japan.complaints).toEqual([]);
});
