import { expect, it } from 'vitest';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

it('shows what we told a partner beside what it told us, and asks with one click', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('real nodes have a state of their own');
  }
  // given the overview
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  // when what was told to a partner is asked for
  await page.getByRole('button', { name: 'Told and heard', exact: true }).click();
  const place = page.locator('tr[data-row="place"]');
  await place.filter({ hasText: 'the status differs' }).waitFor(PATIENCE);
  // then both sides stand beside each other, and why something is not with them
  expect(await page.locator('.difference-table thead').innerText()).toMatch(/We told USA\s+USA told us/);
  expect(await place.innerText()).toContain('confirmed');
  const kept = page.locator('tr[data-row="case"]');
  await kept.getByText('Why').click();
  expect(await kept.innerText()).toContain('The label does not release to USA.');
  expect(await page.locator('.classification-banner').innerText()).toContain('SECRET//REL TO JPN');
  // when only what is kept from them is asked for
  await page.locator('[data-only="kept"]').click();
  await place.waitFor({ state: 'detached' });
  expect(await page.locator('tr[data-row]').count()).toBe(2);
  await page.getByRole('button', { name: '日本語' }).click();
  await page.locator('tr[data-row="offer"]').filter({ hasText: '開示担当官の判断待ち' }).waitFor();
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  // when a contradiction is asked about
  await page.locator('[data-only="differing"]').click();
  await place.getByRole('button', { name: 'Ask USA' }).click();
  // then the question stands in the case with what each of the two says
  const text = await page.locator('form[data-act="ask"] textarea[name="text"]').inputValue();
  expect(text).toContain('JPN: open');
  expect(text).toContain('USA: closed');
  expect(japan.complaints).toEqual([]);
});

it('replays a case as we and a partner knew it, step by step', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('real nodes play a case of their own');
  }
  // given a case
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await page.locator('tr[data-case]').first().getByRole('button').first().click();
  // when its replay is opened
  await page.getByRole('button', { name: 'Replay: who knew what when' }).click();
  const theirs = page.locator('[data-side-of="USA"] li[data-record]');
  await theirs.first().waitFor(PATIENCE);
  const ours = page.locator('[data-side-of="JPN"] li[data-record]');
  const last = await theirs.count();
  expect(last).toBe(await ours.count());
  // then keys go back to the beginning, where we knew what the partner did not
  const slider = page.locator('input[name="replay-time"]');
  await slider.focus();
  await page.keyboard.press('Home');
  await page.locator('[data-side-of="JPN"] li[data-alone="true"]').first().waitFor();
  expect(await theirs.count()).toBe(0);
  expect(await page.locator('.case-replay-time output').innerText()).toContain('1 of');
  await page.keyboard.press('ArrowRight');
  await page.locator('.case-replay-time output').filter({ hasText: '2 of' }).waitFor();
  await page.keyboard.press('End');
  await page.locator('[data-side-of="USA"] li').filter({ hasText: 'confirmed' }).first().waitFor();
  // then the whole case can be looked at as the partner knew it
  await page.getByRole('button', { name: 'The whole case as USA knew it' }).click();
  await page.locator('.notice').filter({ hasText: 'USA' }).waitFor();
  await page.locator('.case-said[data-act="open"]').waitFor();
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByRole('button', { name: '現在に戻る' }).click();
  await page.getByRole('heading', { name: 'USA が知っていたこと' }).waitFor();
  expect(japan.complaints).toEqual([]);
});
