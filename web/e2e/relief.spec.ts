import { expect, it } from 'vitest';
import { uniqueWord } from './nodes.ts';
import { ReliefSide, report } from './relief-side.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();
const PATIENCE = { timeout: 30_000 };

it('shows who contradicts whom, asks with one click, and says of a proposal what a person decided', async ({
  skip,
}) => {
  if (stage.nodes.fake === null) {
    skip('real nodes have a board of their own');
  }
  // given a board with a place that one nation reports closed
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.locator('tr[data-need]').filter({ hasText: 'Drinking water' }).waitFor(PATIENCE);
  expect(await page.locator('.classification-banner').innerText()).toContain('REL TO JPN, USA');
  await page.locator('.classification-banner .exercise').waitFor();
  await page.getByRole('button', { name: 'Contradictions (2)' }).click();
  const airport = page.locator('tr[data-difference="airfield RJFT"]');
  await airport.locator('li[data-party="USA"][data-status="closed"]').waitFor();
  await airport.locator('li[data-party="JPN"][data-status="open"]').filter({ hasText: '5 h old' }).waitFor();
  // when the other is asked, the two alone are told, with what both may have
  await airport.getByRole('button', { name: 'Ask USA' }).click();
  const question = page.locator('form[data-act="ask"]');
  await question.locator('.label-chip').filter({ hasText: 'REL TO JPN, USA//EXERCISE' }).waitFor(PATIENCE);
  expect(await question.locator('textarea[name="text"]').inputValue()).toContain('USA: closed');
  await page.goBack();
  // when a shelter is opened, people are a curve for each nation
  await page.locator('tr[data-difference^="shelter"]').getByRole('button', { name: 'Minamiaso' }).click();
  await page.locator('.relief-curve polyline').nth(1).waitFor();
  expect(await page.locator('.relief-curve g').count()).toBe(2);
  // when a proposal is made and one line of it is left out and another made smaller
  await page.getByRole('button', { name: 'Matching' }).click();
  await page.getByRole('button', { name: 'Make a proposal' }).click();
  await page.locator('.relief-standing').filter({ hasText: 'at most 0.0 % short of the best' }).waitFor();
  await page.locator('li[data-missing="not-offered"]').filter({ hasText: 'nobody offers this' }).waitFor();
  await page.locator('tr[data-decision="proposed"] input[type="checkbox"]').uncheck();
  const quantity = page.locator('tr[data-decision="promised"] .relief-quantity');
  await quantity.fill('9');
  expect(await page.getByRole('button', { name: /^Say it/ }).isDisabled()).toBe(true);
  await quantity.fill('6');
  await page.getByRole('button', { name: 'Say it: 1 promised, 0 proposed' }).click();
  // then it stands on the board in both languages
  await page.getByText('Said to those whom it concerns.').waitFor();
  await page.getByRole('button', { name: 'Needs and offers' }).click();
  await page.locator('tr[data-assignment="promised"]').filter({ hasText: '6 t' }).waitFor();
  await page.getByRole('button', { name: '日本語' }).click();
  await page.locator('tr[data-assignment="promised"]').filter({ hasText: '提供を決定' }).waitFor();
  await page.locator('tr[data-need]').filter({ hasText: '6 / 12 t' }).waitFor();
  // and a question opens the form of the coordination desk, filled in
  await page.getByRole('button', { name: '報告の食い違い (2)' }).click();
  await airport.getByRole('button', { name: 'USA に照会' }).click();
  const form = page.locator('form[data-act="ask"]');
  expect(await form.locator('textarea[name="text"]').inputValue()).toContain(
    '熊本空港 についての報告が食い違っています',
  );
  expect(japan.complaints).toEqual([]);
});

it('plans a convoy from what was promised, over open places alone, and follows it to its receipt', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('real nodes have a board of their own');
  }
  // given a move of the other nation that is late and goes over a closed place
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.getByRole('button', { name: 'Convoys and sorties', exact: true }).click();
  const theirs = page.locator('tr[data-move][data-status="delayed"]');
  await theirs.filter({ hasText: 'Fog on the pass' }).waitFor(PATIENCE);
  await theirs.locator('[data-over="closed"]').filter({ hasText: 'Kumamoto Airport' }).waitFor();
  // when a promise is made and its move prepared with one click
  await page.getByRole('button', { name: 'Matching' }).click();
  await page.getByRole('button', { name: 'Make a proposal' }).click();
  await page.getByRole('button', { name: /^Say it/ }).click();
  await page.getByText('Said to those whom it concerns.').waitFor();
  await page.getByRole('button', { name: 'Needs and offers' }).click();
  await page.getByRole('button', { name: 'Plan the move' }).last().click();
  const form = page.locator('form.case-form');
  expect(await form.locator('select[name="item"]').inputValue()).toBe('water');
  expect(await form.locator('input[name="quantity"]').inputValue()).toBe('8');
  expect(await form.locator('fieldset[data-legs]').getAttribute('data-legs')).toBe('2');
  // then a closed place is refused where it stands
  await form.locator('select[name="from-0"]').selectOption({ index: 1 });
  await form.locator('input[name="departure-0"]').fill('2016-04-16 03:00');
  await form.locator('input[name="arrival-0"]').fill('2016-04-16 04:00');
  await form.locator('input[name="departure-1"]').fill('2016-04-16 04:30');
  await form.getByRole('button', { name: 'Say the plan' }).click();
  await form.locator('td .field-error').filter({ hasText: 'is reported closed by USA' }).waitFor();
  // and with one leg from an open place it is planned, departs, arrives and is received
  await form.locator('select[name="from-0"]').selectOption({ index: 3 });
  await form.getByRole('button', { name: 'Say the plan' }).click();
  await page.locator('tr[data-leg="2"]').waitFor();
  for (const act of ['Departure', 'Arrival', 'Departure', 'Arrival']) {
    await page.locator('.case-acts').getByRole('button', { name: act, exact: true }).click();
    await page.locator('form[data-act]').getByRole('button', { name: 'Say it' }).click();
    await page.locator('form[data-act]').waitFor({ state: 'detached' });
  }
  await page.locator('.case-acts').getByRole('button', { name: 'Receipt', exact: true }).click();
  const receipt = page.locator('form[data-act="receive"]');
  await receipt.locator('select[name="condition"]').selectOption('damaged');
  await receipt.locator('input[name="quantity"]').fill('7');
  await receipt.locator('textarea[name="text"]').fill('One pallet was torn');
  await receipt.getByRole('button', { name: 'Say it' }).click();
  await page.locator('[data-received="7"]').waitFor();
  await page.getByText('delivered and received differ').waitFor();
  // so that the need is met by what came
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByRole('button', { name: '需要と申出' }).click();
  await page.locator('tr[data-need] [data-part="received"]').filter({ hasText: '受領 7' }).waitFor();
  // and both ways stand on the map, until they are switched off
  await page.locator('.rail [data-screen="picture"]').click();
  const ways = page.locator('.layer-toggles').getByRole('button', { name: '車列・飛行 2' });
  await ways.waitFor(PATIENCE);
  await ways.click();
  expect(await ways.getAttribute('aria-pressed')).toBe('false');
  // Chromium tells of the refusal by itself.
  expect(japan.complaints.filter((one) => !one.includes('422'))).toEqual([]);
});

it('checks a table row by row before it is stored', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('real nodes have a board of their own');
  }
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.getByRole('button', { name: 'Tables (HXL)' }).click();
  // given a table of which one row is wrong
  const table = page.locator('textarea[name="hxl"]');
  await table.fill('#activity+type,#item+num\nneed,5\noffer');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  // then it is said where, and nothing can be stored
  await page.locator('tr[data-hxl-row="wrong"]').filter({ hasText: 'a number from 0' }).waitFor(PATIENCE);
  await page.locator('tr[data-hxl-row="good"]').waitFor();
  expect(await page.getByRole('button', { name: 'Store', exact: true }).isDisabled()).toBe(true);
  // when it is right it is stored
  await table.fill('#activity+type,#item+num\nneed,5\noffer,3');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.locator('tr[data-hxl-row="good"]').nth(1).waitFor();
  await page.getByRole('button', { name: 'Store', exact: true }).click();
  await page.getByText('2 records stored.').waitFor();
  expect(japan.complaints).toEqual([]);
});

it('lists damage with the worst first, in words of both languages, at the nation that was told', async () => {
  // given two reports of Japan
  const quake = uniqueWord('地震');
  for (const [title, degree, missing] of [
    ['国道57号', 'slight', 0],
    ['阿蘇大橋', 'destroyed', 1],
  ] as const) {
    const body = {
      title: `${quake} ${title}`,
      damageType: 'bridge',
      degree,
      missing,
      position: { lat: 32.9, lon: 131 },
    };
    await report(stage.nodes.jpn, 'damage-report', body);
  }
  // when the United States open the board
  const { page, complaints } = await stage.driver.visit(stage.nodes.usa);
  const yokota = new ReliefSide(page);
  await yokota.open('damage');
  await page.locator('select[name="exercise"]').selectOption('true');
  const rows = page.locator('tr[data-damage]').filter({ hasText: quake });
  await rows.nth(1).waitFor(PATIENCE);
  // then the worse one stands first, with what is known of people
  expect(await rows.first().innerText()).toMatch(/阿蘇大橋.*Bridge.*Destroyed.*Missing 1.*JPN/s);
  expect(await rows.nth(1).innerText()).toMatch(/国道57号.*Slight/s);
  await page.locator('[data-testid="damage-counts"] [data-degree="destroyed"]').waitFor();
  await page.getByRole('button', { name: '日本語' }).click();
  await rows.first().filter({ hasText: '全壊・壊滅' }).waitFor(PATIENCE);
  expect(await rows.first().innerText()).toContain('行方不明者 1');
  // and the form of a report asks for them in words
  await page.getByRole('button', { name: '被害を報告' }).click();
  await page.locator('[data-field="degree"] option').filter({ hasText: '大規模' }).waitFor({ state: 'attached' });
  expect(await page.locator('[data-field="isolated"]').innerText()).toContain('孤立者');
  expect(complaints).toEqual([]);
});
