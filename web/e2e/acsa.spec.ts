import { expect, it } from 'vitest';
import { OrderSide, tokyoDay } from './order-side.ts';
import { PATIENCE } from './patience.ts';
import { shootBoth } from './shot.ts';
import { Stage } from './stage.ts';

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

it('saves documents for paper and says of a code whether it stands in a ledger', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('a real node has orders of its own');
  }
  // given an order on the screen
  const japan = await stage.driver.visit(stage.nodes.jpn);
  await japan.go('acsa');
  const { page } = japan;
  await page.getByLabel('With those that are over').check(PATIENCE);
  await page.getByRole('button', { name: /F-76/ }).click(PATIENCE);
  // when it is saved for paper
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save order, receipt and invoice as PDF' }).click(PATIENCE);
  expect((await saving).suggestedFilename()).toMatch(/^acsa-.*\.pdf$/);
  // and so is the account, where a code can be checked, in both languages
  await page.locator('.register-head').getByRole('button', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Save the statement of account as PDF' }).waitFor(PATIENCE);
  const code = (last: string) => `RENKEI:LEDGER:JPN/ichigaya/ledger/USA/yokota:\n17:${'a'.repeat(63)}${last}`;
  await page.locator('textarea[name="place"]').fill(code('0'));
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.locator('[data-standing="holds"]').filter({ hasText: 'Verified' }).waitFor(PATIENCE);
  await page.locator('textarea[name="place"]').fill(code('1'));
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.locator('[data-standing="absent"]').filter({ hasText: 'Not verified' }).waitFor(PATIENCE);
  await page.getByRole('button', { name: '日本語' }).click();
  await page.locator('[data-standing="absent"]').filter({ hasText: '確認できません' }).waitFor();
});

it('keeps stock at own points, and stores a sheet only after its wrong lines were shown', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('a real node has stock of its own');
  }
  // given a nation without stock
  const japan = await stage.driver.visit(stage.nodes.jpn);
  await japan.go('acsa');
  const { page } = japan;
  await page.getByRole('button', { name: 'Stock' }).click(PATIENCE);
  await page.getByText('No stock is entered here.').waitFor(PATIENCE);
  expect(await page.locator('input[name="stockLabel"]').inputValue()).toBe('UNCLASSIFIED//REL TO JPN');
  // when a point is described
  for (const [name, value] of Object.entries({ name: 'Sasebo', holder: 'fuel office', lat: '33.16', lon: '129.72' })) {
    await page.locator(`input[name="${name}"]`).fill(value);
  }
  await page.getByRole('button', { name: 'Set the point' }).click();
  await page.locator('[data-point="Sasebo"]').filter({ hasText: 'fuel office' }).waitFor(PATIENCE);
  // and a sheet with a wrong line is chosen, nothing is stored before it is confirmed
  const sheet =
    'Point,Day,Entry,Category,Item,Unit,Quantity,Voucher\nSasebo,2026-05-07,count,fuel,F-76,L,7000,1\nx,x,x,x,x,x,-5,2\n';
  await page
    .locator('input[name="stock"]')
    .setInputFiles({ name: 'stock.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
  await page.locator('[data-stored="false"]').filter({ hasText: 'Line 3' }).waitFor(PATIENCE);
  await page.getByRole('button', { name: 'Bring in 1 lines, leave out 1 wrong ones' }).click();
  // then the levels say what is on hand, and for how long
  const level = page.locator('tr[data-item="F-76"]');
  await level.filter({ hasText: '60 d' }).filter({ hasText: 'below the reserve' }).waitFor(PATIENCE);
  await page.locator('tr[data-offer="USA"]').filter({ hasText: '3 km' }).waitFor();
  // and it says the same in Japanese
  await page.getByRole('button', { name: '日本語' }).click();
  await level.filter({ hasText: '60 日分' }).filter({ hasText: '保有基準を下回る' }).waitFor();
});

it('holds both books against each other, by fiscal year, and names what the partner lacks', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('a real node has orders of its own');
  }
  // given the account with a partner that has said nothing
  const japan = await stage.driver.visit(stage.nodes.jpn);
  await japan.go('acsa');
  const { page } = japan;
  await page.locator('.register-head').getByRole('button', { name: 'Account' }).click(PATIENCE);
  const compared = page.locator('section[data-verdict]');
  await compared.waitFor(PATIENCE);
  // when a fiscal year is chosen, its first and last day are those of the account
  await page.locator('[data-fiscal="USA 2026"]').first().click(PATIENCE);
  await page.locator('input.date-input[value="2025-10-01"]').waitFor(PATIENCE);
  await page.locator('input.date-input[value="2026-09-30"]').waitFor();
  await page.locator('[data-fiscal="JPN 2026"]').first().click();
  await page.locator('input.date-input[value="2027-03-31"]').waitFor(PATIENCE);
  // and our account is said
  await page.getByRole('button', { name: 'Say our account to USA' }).click();
  await compared.getByText('We said ours at').waitFor(PATIENCE);
  // then a payment that waits at the release officer is named as what the partner lacks
  await page
    .locator('[data-verdict="differ"] [data-gap="at-review"]')
    .filter({ hasText: 'statement 4 of JPN (Pay)' })
    .waitFor(PATIENCE);
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByText('不一致：オーダー 1 件').waitFor();
  await page.getByText('審査待ち').first().waitFor();
});

it('shows what each agreement allows and why another cannot be used, and what a stock number says', async ({
  skip,
}) => {
  if (stage.nodes.fake === null) {
    skip('a real node has agreements of its own');
  }
  const japan = await stage.driver.visit(stage.nodes.jpn);
  await japan.go('acsa');
  const { page } = japan;
  await page.getByRole('button', { name: 'New request' }).click(PATIENCE);
  await page.getByText('Which categories stand where').click(PATIENCE);
  await page.locator('tr[data-category="fuel"]').filter({ hasText: 'petroleum, oils, lubricants' }).waitFor();
  await page.locator('tr[data-category="ammunition"]').filter({ hasText: 'excluded: the Annex' }).waitFor();
  await page.getByText('Agreements that cannot be used now').click();
  await page.getByText('signed, and not in force yet').waitFor();
  await page.locator('input[name="nsn"]').fill('9140-01-417-4015');
  await page.locator('[data-supply="9140"]').filter({ hasText: 'Fuel oils' }).waitFor();
  await page.locator('input[name="nsn"]').fill('97');
  await page.locator('[data-supply="97"]').filter({ hasText: 'Unknown NSN' }).waitFor();
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByText('不明な物品番号').waitFor();
  await page.getByText('今は使えない協定').waitFor();
});

it('takes fuel at sea in two parts, one disputed, one paid and one returned, to one account', async ({ skip }) => {
  if (stage.nodes.fake !== null) {
    skip('a fake node does not fold statements');
  }
  // given Japan asks for fuel at sea, to be returned in kind
  const [ship, fleet] = await Promise.all([stage.driver.visit(stage.nodes.jpn), stage.driver.visit(stage.nodes.usa)]);
  const japan = new OrderSide('JPN', ship.page);
  const america = new OrderSide('USA', fleet.page);
  await Promise.all([ship.go('acsa'), fleet.go('acsa')]);
  await ship.page.getByRole('button', { name: 'New request' }).click(PATIENCE);
  await ship.page.locator('select[name="agreement"]').selectOption('jpn-usa-acsa-2016', PATIENCE);
  await ship.page.locator('input[name="exercise"]').check();
  await japan.fill({ activity: 'exercise', settlement: 'replacement', neededOn: tokyoDay(2), place: 'at sea' });
  await japan.fill({ category: 'fuel', item: 'F-76', quantity: '1000' });
  await ship.page.locator('.acsa-lines select[name="unit"]').selectOption('litre-15c');
  await ship.page.getByRole('button', { name: 'Ask USA' }).click(PATIENCE);
  await ship.page.locator('.acsa-order h3').waitFor(PATIENCE);
  const order = await ship.page.evaluate(() => location.hash.split('/').at(-1) ?? '');
  // when it is agreed, and delivered in two parts of which one lacks ten litres
  await eventuallyOpen(america, order);
  await america.say('Quote', { dueDays: '1', price: '1,125', per: '10' });
  await japan.say('Agree');
  await america.say('Deliver (delivery 1)', { deliveredOn: tokyoDay(-3), quantity: '400' });
  await america.say('Deliver (delivery 2)');
  await japan.say('Receipt (delivery 1)', { receivedOn: tokyoDay() });
  await japan.say('Receipt (delivery 2)', { quantity: '590' });
  await ship.page.getByRole('heading', { name: /In dispute/ }).waitFor(PATIENCE);
  await shootBoth(ship.page, 'fuel-disputed');
  await america.say('Resolve (delivery 2)', { quantity: '590' });
  await japan.say('Resolve (delivery 2)', { quantity: '590' });
  // and the second part is returned, and the first, which is late, becomes money
  await japan.say('Return in kind (delivery 2)');
  await america.say('Accept the return (delivery 2)', { verdict: 'accepted' });
  await japan.say('Turn into money (delivery 1)');
  await america.say('Claim notice (delivery 1)');
  await america.say('Invoice (delivery 1)');
  await japan.say('Pay (delivery 1)');
  await japan.say('Close');
  await america.say('Close');
  await ship.page.getByRole('heading', { name: /Closed/ }).waitFor(PATIENCE);
  await shootBoth(ship.page, 'fuel-closed');
  // then both print it, and both come to one account
  const saving = ship.page.waitForEvent('download', PATIENCE);
  await ship.page.getByRole('button', { name: 'Save order, receipt and invoice as PDF' }).click();
  expect((await saving).suggestedFilename()).toBe(`acsa-${order.slice(0, 8)}.pdf`);
  const hashes = [];
  for (const { page, party } of [japan, america]) {
    await page.locator('.register-head').getByRole('button', { name: 'Account' }).click();
    await page
      .locator('select[name="partner"]')
      .first()
      .selectOption(party === 'JPN' ? 'USA' : 'JPN', PATIENCE);
    hashes.push(await page.getByText('Hash of this account').locator('code').innerText(PATIENCE));
  }
  await shootBoth(ship.page, 'fuel-account');
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(hashes[1]).toBe(hashes[0]);
});

/** The request is on its way until the page of the order opens. */
async function eventuallyOpen(side: OrderSide, order: string): Promise<void> {
  const row = side.page.locator(`[data-order="${order}"]`).first();
  await row.waitFor(PATIENCE);
  await side.open(order);
}

it('states a quantity in US gallons and shows both figures before it is sent', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('a real node has agreements of its own');
  }
  // given a new request for fuel
  const japan = await stage.driver.visit(stage.nodes.jpn);
  await japan.go('acsa');
  const { page } = japan;
  await page.getByRole('button', { name: 'New request' }).click(PATIENCE);
  const line = page.locator('.acsa-lines tbody tr').first();
  await line.locator('select[name="category"]').selectOption('fuel');
  await line.locator('select[name="unit"]').selectOption('litre-15c');
  // when the quantity is stated in gallons
  await line.getByText('State it in another unit').click();
  await line.locator('input[name="statedQuantity"]').fill('10,000');
  await line.locator('select[name="statedUnit"]').selectOption('us-gallon-15c');
  await line.getByRole('button', { name: 'Work it out' }).click();
  // then both figures stand there, and the quantity is filled in
  await line.getByText('= 37854.11784, counted as 37854 L at 15 °C').waitFor(PATIENCE);
  expect(await line.locator('input[name="quantity"]').inputValue()).toBe('37854');
  await page.getByRole('button', { name: '日本語' }).click();
  await line.getByText('四捨五入').waitFor();
});
