import { expect, it } from 'vitest';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();
const map = '.map[data-ready="true"]';

it('shows the convoys and sorties of another time as they were known then', async ({ skip }) => {
  // given a sortie that was planned three hours ago and left an hour and a half ago
  if (stage.nodes.fake === null) {
    skip('needs a sortie with a past');
  }
  const { page } = await stage.driver.visit(stage.nodes.jpn, { screen: 'picture' });
  await page.locator(map).waitFor(PATIENCE);
  const asked: string[] = [];
  const shown: number[] = [];
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (url.pathname === '/api/v1/relief/moves') {
      asked.push(url.searchParams.get('at') ?? '');
      void response.json().then(({ moves }: { moves: readonly unknown[] }) => shown.push(moves.length));
    }
  });
  const lookAt = async (hoursAgo: number) => {
    const then = `${new Date(Date.now() - hoursAgo * 3_600_000).toISOString().slice(0, 16)}:00`;
    await page.locator('[name="picture-time"]').fill(then.replace('T', ' '));
    await page.keyboard.press('Enter');
    await expect.poll(() => asked).toContain(`${then}.000Z`);
  };
  const layers = page.getByRole('button', { name: /Convoys and sorties/ });
  // when somebody looks at a time before it was planned, then it is not there
  await lookAt(5);
  await expect.poll(() => shown.at(-1)).toBe(0);
  await expect.poll(() => layers.count()).toBe(0);
  // and when at one after it, it is
  await lookAt(2);
  await expect.poll(() => shown.at(-1)).toBe(1);
  await expect.poll(() => layers.count()).toBe(1);
});

it('shows the picture as of another time, says that it is not live, and comes back', async () => {
  const { page, complaints } = await stage.driver.visit(stage.nodes.jpn, { screen: 'picture' });
  await page.locator(map).waitFor(PATIENCE);
  const slider = page.getByRole('slider', { name: 'Time of the picture' });
  // given the present
  expect(await slider.getAttribute('aria-valuetext')).toBe('LIVE');
  expect(await page.locator('.as-of-line').count()).toBe(0);
  // when somebody types a time of the last hour
  const then = `${new Date(Date.now() - 40 * 60_000).toISOString().slice(0, 16)}:00`;
  await page.locator('[name="picture-time"]').fill(then.replace('T', ' '));
  await page.keyboard.press('Enter');
  // then the line says so, the address carries it, and what came later is not in the list
  await page.locator('.as-of-line').filter({ hasText: 'NOT LIVE' }).waitFor();
  await expect.poll(() => page.evaluate(() => location.hash)).toContain(`at=${then}.000Z`);
  await shoot(page, 'picture-past-en');
  // and one step back by the keyboard is one step
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => page.evaluate(() => location.hash)).not.toContain(`at=${then}.000Z`);
  // and the present is one button away
  await page.locator('.timeline .live-button').click();
  await expect.poll(() => page.locator('.as-of-line').count()).toBe(0);
  expect(await page.evaluate(() => location.hash)).not.toContain('at=');
  expect(complaints).toEqual([]);
});
