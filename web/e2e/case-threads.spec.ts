import { expect, it } from 'vitest';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

it('replies under a statement, names a body by the keyboard, and shows it where that body looks', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('real nodes play a case of their own');
  }
  // given what a partner asks for
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await page.locator('tr[data-case]').first().getByRole('button').click(PATIENCE);
  const thread = page.locator('.case-thread').filter({ has: page.locator('.case-said[data-act="request"]') });
  // when somebody replies to it and names a body by its name, with the keyboard alone
  await thread.getByRole('button', { name: 'Reply' }).click(PATIENCE);
  const text = thread.locator('form[data-act="remark"] textarea[name="text"]');
  await text.fill('');
  await text.pressSequentially('Which draught? @coord');
  const offered = thread.locator('.mention-list').getByRole('option');
  await offered.first().waitFor(PATIENCE);
  expect(await offered.count()).toBe(2);
  await text.press('ArrowDown');
  expect(await offered.nth(1).getAttribute('aria-selected')).toBe('true');
  await text.press('ArrowUp');
  await text.press('Enter');
  expect(await text.inputValue()).toBe('Which draught? @bocc ');
  expect(await offered.count()).toBe(0);
  await thread.locator('form .body-chip[data-body="bocc"]').waitFor(PATIENCE);
  await thread.getByRole('button', { name: 'Say it' }).click();
  // then it stands under what it replies to, with the body by its name
  const reply = thread.locator('.case-reply .case-said[data-act="remark"]');
  await reply.filter({ hasText: 'Which draught? @Bilateral Operations Coordination Center' }).waitFor(PATIENCE);
  await page.getByRole('button', { name: '日本語' }).click();
  await reply.filter({ hasText: '@共同運用調整所' }).waitFor(PATIENCE);
  // and in what that body has to look at
  await page.getByRole('button', { name: 'なすべきこと' }).click();
  await page.locator('[data-inbox="mentioned"] .body-chip[data-body="bocc"]').waitFor(PATIENCE);
  expect(japan.complaints).toEqual([]);
});
