import { expect, it, vi } from 'vitest';
import { callNode, uniqueWord } from './nodes.ts';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();
// Maps are slow where the browser draws them without graphics hardware.
vi.setConfig({ testTimeout: 120_000 });

it('lists what somebody has to look at, the severest first, and brings what is chosen into sight', async () => {
  // given two alerts, the later one less urgent, the other far from everything else
  const far = uniqueWord('tsunami');
  const near = uniqueWord('rain');
  for (const [title, precedence, position] of [
    [far, 'FLASH', { lat: 24.3, lon: 123.9 }],
    [near, 'ROUTINE', { lat: 32.8, lon: 130.7 }],
  ] as const) {
    await callNode(stage.nodes.jpn, 'POST', '/api/v1/records', {
      kind: 'alert',
      precedence,
      author: 'JMA',
      label: 'UNCLASSIFIED//PUBLIC',
      body: { title, event: 'test', position },
    });
  }
  const { page, complaints } = await stage.driver.visit(stage.nodes.jpn, {
    screen: 'picture',
    width: 1440,
    height: 900,
  });
  await page.locator('.map[data-ready="true"]').waitFor(PATIENCE);
  // when the alerts are opened
  await page.getByRole('tab', { name: 'Alerts' }).click();
  const titles = page.locator('.alert-list .row-title');
  await titles.filter({ hasText: far }).waitFor();
  // then the severest stands before the newest, until the newest are wanted first
  const order = async () => {
    const all = await titles.allTextContents();
    return all.findIndex((one) => one.includes(far)) < all.findIndex((one) => one.includes(near));
  };
  expect(await order()).toBe(true);
  await page.getByLabel('Order').selectOption('newest');
  await expect.poll(order).toBe(false);
  // and what is searched for and walked to by the keyboard is open, and in the middle of the map
  await page.locator('#record-filter').fill(far);
  await expect.poll(() => titles.count()).toBe(1);
  await page.locator('#record-filter').blur();
  await page.keyboard.press('j');
  await page.locator('aside').filter({ hasText: far }).waitFor();
  await page.locator('.coordinates').filter({ hasText: '24.30000N 123.90000E' }).waitFor();
  await shoot(page, 'alerts-en');
  // and in Japanese as well
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByRole('tab', { name: '警報・所見' }).waitFor();
  await shoot(page, 'alerts-ja');
  expect(complaints).toEqual([]);
});
