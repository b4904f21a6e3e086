import { expect, it } from 'vitest';
import { PATIENCE } from './patience.ts';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();

it('agrees to another time, works the agenda and takes up what was deferred, by keyboard and in both languages', async ({
  skip,
}) => {
  if (stage.nodes.fake === null) {
    skip('real nodes keep meetings of their own');
  }
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  // given what waits for us in the inbox
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  const waits = page.locator('[data-inbox="meetings"]');
  await waits.getByText('agree to time and place').waitFor(PATIENCE);
  // when the list is opened by the keyboard and the meeting from it
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  const meetings = page.locator('li[data-meeting]');
  await meetings.first().waitFor(PATIENCE);
  expect(await meetings.count()).toBe(2);
  await shoot(page, 'meetings-en');
  await meetings.first().getByRole('button').press('Enter');
  // the time stands in UTC and at the place
  const when = page.locator('[data-part="when"]');
  await when.getByText('10:00 Asia/Tokyo').waitFor(PATIENCE);
  const move = page.locator('[data-schedule="proposed"]');
  await move.getByText('A flight is late.').waitFor(PATIENCE);
  await move.getByRole('button', { name: 'Agree' }).press('Enter');
  await page.locator('form[data-act="agree"]').getByRole('button', { name: 'Say it' }).click();
  // then it is moved for both
  await when.getByText('15:00 Asia/Tokyo').waitFor(PATIENCE);
  await page.locator('.meeting-head .meeting-state[data-state="moved"]').waitFor(PATIENCE);
  // what was deferred at the meeting before is put on the agenda as it stands
  await page.locator('[data-carried]').getByRole('button', { name: 'Put on the agenda' }).click();
  const taken = page.locator('form[data-act="item"]');
  expect(await taken.locator('input[name="titleEn"]').inputValue()).toBe('Night operations');
  expect(await taken.locator('input[name="from"]').count()).toBe(0);
  await taken.getByRole('button', { name: 'Say it' }).click();
  await page.locator('[data-item="3"]').getByText('Night operations').waitFor(PATIENCE);
  expect(await page.locator('[data-carried]').count()).toBe(0);
  // an item for our side alone has a number of its own
  await page.locator('.case-acts').getByRole('button', { name: 'New item' }).click();
  const own = page.locator('form[data-act="item"]');
  await own.locator('input[name="titleEn"]').fill('Own position on fuel');
  await own.locator('input[name="titleJa"]').fill('燃料に関する自国の立場');
  await own.locator('input[name="presenter"]').fill('Joint Staff');
  await own.locator('input[name="to-USA"]').uncheck();
  await own.getByRole('button', { name: 'Say it' }).click();
  await page.locator('[data-item="JPN 2"]').getByText('known to JPN only').waitFor(PATIENCE);
  // what does not fit is refused with its reason
  await page.locator('.case-acts').getByRole('button', { name: 'It was held' }).click();
  await page.locator('form[data-act="held"]').getByRole('button', { name: 'Say it' }).click();
  await page.getByText('that has begun').waitFor(PATIENCE);
  await page.getByRole('button', { name: 'Do not' }).click();
  await shoot(page, 'meeting-en');
  // and the meeting before shows what came of its items
  await page.getByRole('button', { name: 'The meeting before' }).click();
  await page.locator('[data-outcome="agreed"]').getByText('One list, kept by Japan.').waitFor(PATIENCE);
  await page.getByRole('button', { name: '日本語' }).click();
  await page.locator('[data-item="2"]').getByRole('button', { name: '輸送機の共同維持整備' }).waitFor(PATIENCE);
  await page.getByText('次回へ継続').first().waitFor(PATIENCE);
  await shoot(page, 'meeting-held-ja');
  expect(japan.complaints.filter((one) => !one.includes('422'))).toEqual([]);
});
