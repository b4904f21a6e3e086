import { expect, it } from 'vitest';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

it('shows how everything stands, and a brief that prints with its marking on every page', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('real nodes have a state of their own');
  }
  // given the overview
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  const asked = page.locator('tr[data-unanswered]');
  await asked.filter({ hasText: 'Berth for one ship' }).waitFor(PATIENCE);
  expect(await asked.innerText()).toContain('late');
  expect(await page.locator('tr[data-link="down"]').innerText()).toContain('214');
  expect(await page.locator('[data-part="commitments"] tr[data-figure="overdue"]').innerText()).toMatch(/overdue\s+1/);
  expect(await page.locator('[data-part="reviews"] tr[data-figure="overdue"]').innerText()).toMatch(/overdue\s+1/);
  // when the brief is opened
  await page.getByRole('button', { name: 'Handover brief', exact: true }).click();
  const sheet = page.locator('.brief-sheet');
  await sheet.waitFor();
  expect(await page.locator('.classification-banner').innerText()).toContain('CONFIDENTIAL//REL TO JPN');
  expect(await sheet.locator('[data-section="links"]').innerText()).toContain('down, 214 waiting');
  await page.locator('select[name="since"]').selectOption({ index: 3 });
  await sheet.filter({ hasText: '2026-11-23 22:00:00Z' }).waitFor();
  // then on paper there is the sheet alone, its marking at the head and the foot of each page
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.rail').isVisible()).toBe(false);
  expect(await page.locator('.top-bar').isVisible()).toBe(false);
  expect(await page.locator('.classification-banner').isVisible()).toBe(false);
  const display = (part: string) =>
    sheet.locator(`[data-part="${part}"]`).evaluate((element) => getComputedStyle(element).display);
  expect(await display('head')).toBe('table-header-group');
  expect(await display('foot')).toBe('table-footer-group');
  const clipped = await page.locator('.register-body').evaluate((body) => getComputedStyle(body).overflow);
  expect(clipped).toBe('visible');
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: '日本語' }).click();
  await sheet.locator('[data-section="due"]').filter({ hasText: '申し出または辞退する' }).waitFor();
  await sheet.locator('[data-section="reviews"] [data-late="true"]').filter({ hasText: '担当官の判断待ち' }).waitFor();
  await sheet.locator('[data-section="places"]').getByRole('button', { name: '熊本空港' }).waitFor();
  expect(japan.complaints).toEqual([]);
});
