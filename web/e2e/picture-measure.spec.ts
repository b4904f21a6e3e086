import { it } from 'vitest';
import { Stage } from './stage.ts';

const MANY = process.env['RENKEI_MEASURE_TRACKS'] ?? '';
process.env['RENKEI_FAKE_TRACKS'] = MANY;
const stage = Stage.set();
const SECONDS = 30;

/** Not a test that can fail: it says how long the page was busy at a stretch while so many tracks move. */
it('measures how responsive the picture stays', async ({ skip }) => {
  if (MANY === '' || stage.nodes.fake === null) {
    skip('only by hand: RENKEI_MEASURE_TRACKS=10000');
  }
  for (const zoom of ['whole', 'near']) {
    const { page } = await stage.driver.visit(stage.nodes.jpn, { screen: 'picture', gather: false });
    await page.locator('.map[data-ready="true"]').waitFor({ timeout: 120_000 });
    for (let n = 0; n < 3; n += 1) {
      await page.evaluate(
        (name) => document.querySelector<HTMLButtonElement>(`.map-buttons [aria-label="${name}"]`)?.click(),
        zoom === 'whole' ? 'Zoom out' : 'Zoom in',
      );
      await page.waitForTimeout(1_000);
    }
    await page.waitForTimeout(15_000);
    const figures = await page.evaluate(async (seconds) => {
      const tasks: number[] = [];
      const gaps: number[] = [];
      const watcher = new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map(({ duration }) => duration)),
      );
      watcher.observe({ type: 'longtask' });
      let last = performance.now();
      const beat = setInterval(() => {
        gaps.push(performance.now() - last - 20);
        last = performance.now();
      }, 20);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      clearInterval(beat);
      watcher.disconnect();
      const sorted = tasks.sort((a, b) => a - b);
      return {
        longTasks: sorted.length,
        median: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
        p95: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
        longest: Math.round(sorted.at(-1) ?? 0),
        longestWait: Math.round(Math.max(...gaps)),
      };
    }, SECONDS);
    console.log(`${MANY} tracks, ${zoom}, ${SECONDS} s: ${JSON.stringify(figures)} (milliseconds)`);
    await stage.driver.closeAll();
  }
}, 400_000);
