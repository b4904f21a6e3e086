import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CaseSide, fill } from './case-side.ts';
import { callNode, uniqueWord } from './nodes.ts';
import { PATIENCE } from './patience.ts';
import type { NodeAddress } from './renkei-driver.ts';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();
/** What the emulator of the line reads: `up` or `down`. */
const LINE = process.env['RENKEI_E2E_LINE'] ?? '';

it('goes on when its satellite line is gone, and all have all of it once the line is back', async ({ skip }) => {
  const { post } = stage.nodes;
  if (post === null || LINE === '') {
    skip('no post beyond an emulated line: `renkei bench screens` has one');
    return;
  }
  const quake = uniqueWord('地震');
  const [road, water, order] = ['国道57号', '給水所', '応援要員'].map(uniqueWord) as [string, string, string];
  // given headquarters that open a case with the United States, and a post at the place that comes to know of it
  const [ichigaya, kumamoto, yokota] = await Promise.all([
    stage.driver.visit(stage.nodes.jpn, { language: 'ja' }),
    stage.driver.visit(post, { language: 'ja' }),
    stage.driver.visit(stage.nodes.usa),
  ]);
  const ally = new CaseSide(yokota.page);
  const head = new CaseSide(ichigaya.page);
  const spot = new CaseSide(kumamoto.page);
  await ichigaya.go('cases');
  await ichigaya.page.getByRole('button', { name: '新規事案' }).click(PATIENCE);
  const opening = ichigaya.page.locator('form.case-form');
  await fill(opening, { nameEn: quake, nameJa: quake, phase: 'disaster', body: 'bocc', text: '益城町で震度7。' });
  await opening.locator('input[name="to-USA"]').check(PATIENCE);
  await opening.locator('input[name="exercise"]').check();
  await opening.locator('button[type="submit"]').click(PATIENCE);
  await ichigaya.page.locator('.case-head h3').filter({ hasText: quake }).waitFor(PATIENCE);
  const id = await ichigaya.page.evaluate(() => location.hash.split('/').at(-1) ?? '');
  await kumamoto.go('cases');
  await kumamoto.page.locator(`tr[data-case="${id}"]`).waitFor(PATIENCE);
  await spot.open(id);
  await spot.say(spot.acts, '状況報告', { text: `${road} は通行可` });
  await head.said('report', road).waitFor(PATIENCE);
  // and so does the ally, by way of headquarters that carry it sealed
  await yokota.go('cases');
  await yokota.page.locator(`tr[data-case="${id}"]`).waitFor(PATIENCE);
  await ally.open(id);
  await ally.said('report', road).waitFor(PATIENCE);
  // when the line is gone
  writeFileSync(LINE, 'down');
  // then both go on with what they have, and neither has what the other says
  await spot.say(spot.acts, '状況報告', { text: `${water} を開設` });
  await head.say(head.acts, '状況報告', { text: `${order} を派遣` });
  await expect.poll(() => waiting(post), { timeout: PATIENCE.timeout, interval: 500 }).toBeGreaterThan(0);
  await kumamoto.page.waitForTimeout(5_000);
  expect(await spot.said('report', order).count()).toBe(0);
  expect(await head.said('report', water).count()).toBe(0);
  await shoot(kumamoto.page, 'joint-post-alone-ja');
  // when the line is back, then all have all of it
  writeFileSync(LINE, 'up');
  const back = Date.now();
  await head.said('report', water).waitFor({ timeout: 120_000 });
  await ally.said('report', water).waitFor({ timeout: 120_000 });
  await spot.said('report', order).waitFor({ timeout: 120_000 });
  console.log(`all had all of it ${((Date.now() - back) / 1000).toFixed(1)} s after the line was back`);
  await shoot(ichigaya.page, 'joint-post-back-ja');
  for (const screen of [ichigaya, kumamoto, yokota]) {
    expect(screen.complaints).toEqual([]);
  }
});

/** How many entries its headquarters have not confirmed yet. */
async function waiting(node: NodeAddress): Promise<number> {
  const { links } = (await callNode(node, 'GET', '/api/v1/node')) as {
    links: readonly { node: string; waiting: number }[];
  };
  return links.find((one) => one.node === 'JPN/ichigaya')?.waiting ?? 0;
}
