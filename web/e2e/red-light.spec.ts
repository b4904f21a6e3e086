import { expect, it } from 'vitest';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();
/** Of 255: letters on red may have a little, white or blue may not. */
const MOST = { green: 118, blue: 100 };

it.each([
  ['picture', 1440, 900],
  ['records', 1440, 900],
  ['picture', 390, 844],
] as const)('keeps %s at %s pixels free of green and blue under red light', async (screen, width, height) => {
  const { page, complaints } = await stage.driver.visit(stage.nodes.jpn, { screen, width, height });
  await page.evaluate(() => localStorage.setItem('renkei.theme', 'red'));
  await page.reload();
  await page.locator('.record-row').first().waitFor(PATIENCE);
  if (screen === 'picture' && width < 760) {
    await page.getByRole('tab', { name: 'Map' }).click();
  }
  if (screen === 'picture') {
    await page.locator('.map[data-ready="true"]').waitFor(PATIENCE);
    await page.waitForTimeout(2_000);
  }
  const picture = (await page.screenshot()).toString('base64');
  const found = await page.evaluate(async (content) => {
    const image = new Image();
    image.src = `data:image/png;base64,${content}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let [green, blue, where, bluest] = [0, 0, '', ''];
    for (let at = 0; at < data.length; at += 4) {
      const [g, b] = [data[at + 1] ?? 0, data[at + 2] ?? 0];
      if (g > green) {
        green = g;
        where = `${(at / 4) % canvas.width}, ${Math.floor(at / 4 / canvas.width)}`;
      }
      if (b > blue) {
        blue = b;
        bluest = `${(at / 4) % canvas.width}, ${Math.floor(at / 4 / canvas.width)}`;
      }
    }
    return { green, blue, where, bluest };
  }, picture);
  await shoot(page, `red-${screen}-${width}`);
  expect(found.green, `most green at ${found.where}`).toBeLessThanOrEqual(MOST.green);
  expect(found.blue, `most blue at ${found.bluest}`).toBeLessThanOrEqual(MOST.blue);
  expect(complaints).toEqual([]);
});
