import { expect, it } from 'vitest';
import { callNode, uniqueWord } from './nodes.ts';
import { PATIENCE } from './patience.ts';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();

it('lists where nations meet, who is open, and how they are reached; a case leads there', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('real nodes have a register of their own');
  }
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  // given an entry of our own office
  const number = uniqueWord('+81-3-');
  await callNode(stage.nodes.jpn, 'POST', '/api/v1/records', {
    kind: 'office-contact',
    label: 'UNCLASSIFIED//REL TO JPN, USA',
    body: { title: { en: 'Operations desk', ja: '運用担当' }, office: 'jpn-operations', telephone: number },
  });
  // when the screen is opened by the keyboard
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'Bodies and contacts' }).waitFor(PATIENCE);
  const bocc = page.locator('details[data-body="bocc"]');
  await bocc.locator('summary').click(PATIENCE);
  // then both offices stand there with what each nation says, and the case that lies there
  await bocc.locator('[data-office="jpn-operations"]').getByText(number).waitFor(PATIENCE);
  await bocc.locator('[data-office="usa-watch"]').getByText('USA says').waitFor(PATIENCE);
  await bocc.locator('[data-office="usa-watch"]').getByText('never closes').waitFor(PATIENCE);
  await shoot(page, 'bodies-en');
  const acg = page.locator('details[data-body="acg-action"]');
  await acg.locator('summary').click();
  await acg.getByText('closed, opens in 3 h').waitFor(PATIENCE);
  // and a search leaves what says all of the words
  const search = page.getByLabel('Name, code, nation or number');
  await search.fill(`usa ${number}`);
  await page.getByText('1 of 2 bodies').waitFor(PATIENCE);
  expect(await acg.count()).toBe(0);
  await search.fill('');
  // and it is readable on a phone, in Japanese
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('button', { name: '日本語' }).click();
  await page.locator('[data-level="operations"] h3').getByText('運用').waitFor(PATIENCE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1440, height: 900 });
  await bocc.locator('summary').click();
  await shoot(page, 'bodies-ja');
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await page.getByRole('heading', { name: 'Bodies and contacts' }).waitFor(PATIENCE);
  // when the case that lies there is opened, its body leads back
  await bocc.locator('.body-cases button').first().click();
  await page.locator('.case-head .body-chip[data-body="bocc"]').click(PATIENCE);
  expect(await page.locator('details[data-body="bocc"]').getAttribute('open')).not.toBeNull();
  expect(japan.complaints).toEqual([]);
});

it('says of each nation what its law allows, and offers only bodies to which a matter may go', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('real nodes play a case of their own');
  }
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await page.locator('tr[data-case]').first().getByRole('button').click(PATIENCE);
  await page.locator('[data-nation="JPN"]').getByText('Self-Defense Forces Act, article 83').waitFor(PATIENCE);
  await page.locator('[data-nation="USA"]').getByText('USA has stated no policy for this phase').waitFor(PATIENCE);
  // when a matter is to go up
  const acts = page.locator('.case-acts');
  const options = page.locator('select[name="body"] option');
  await acts.getByRole('button', { name: 'Escalation' }).click();
  await expect
    .poll(() => options.allInnerTexts(), PATIENCE)
    .toEqual(['–', 'Alliance Coordination Group, action-officer level']);
  await acts.getByRole('button', { name: 'Delegation' }).click();
  await expect.poll(() => options.allInnerTexts(), PATIENCE).toEqual(['–']);
  // when a further nation is proposed
  await acts.getByRole('button', { name: 'Proposal of a further nation' }).click();
  await page.locator('select[name="party"]').selectOption('AUS');
  await page.locator('form textarea[name="text"]').fill('They clear roads');
  await page.getByRole('button', { name: 'Say it' }).click();
  // then it stands beside the nations who is waited for
  const joining = page.locator('[data-joining="AUS"]');
  await joining.getByText('waiting for USA').waitFor(PATIENCE);
  await joining.getByText('proposed by JPN').waitFor(PATIENCE);
  await shoot(page, 'case-nations-en');
  expect(japan.complaints).toEqual([]);
});

it('checks a register before it is taken into force, and names every mistake with its line', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('a real node keeps its register');
  }
  const { page, complaints } = await stage.driver.visit(stage.nodes.jpn);
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await page.getByRole('button', { name: 'Register of bodies' }).click(PATIENCE);
  const text = page.getByLabel('Bodies and policies as YAML');
  const take = page.getByRole('button', { name: 'Take into force' });
  await text.fill('bodies:\n  - { code: ccc-space, level: high }\n');
  expect(await take.isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.locator('.yaml-mistakes [data-at="/yaml/2"]').waitFor(PATIENCE);
  expect(await take.isDisabled()).toBe(true);
  await text.fill('bodies:\n  - { code: ccc-space, level: component }\n');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.locator('[data-change="added"]').getByText('ccc-space').waitFor(PATIENCE);
  await take.click();
  await page.getByText('Version 1 is in force.').waitFor(PATIENCE);
  await page.locator('[data-version="1"]').waitFor(PATIENCE);
  // Chromium tells of the refusal by itself.
  expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
});
