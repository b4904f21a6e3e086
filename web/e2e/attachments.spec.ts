import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { uniqueWord } from './nodes.ts';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

/** Two by two pixels. */
const PHOTO = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAC0lEQVR4XmNgQAYAAA4AAdXbrS0AAAAASUVORK5CYII=';

const stage = Stage.set();

describe('a file attached to a record', () => {
  it('is offered at the partner, fetched when somebody there asks, and saved', async () => {
    const title = uniqueWord('Attached');
    const content = Buffer.from(`${title} `.repeat(2_000));
    // given a report with a file, written in Japan and released to the partner
    const japan = await stage.driver.visit(stage.nodes.jpn);
    await japan.write({
      title,
      summary: 'With a list.',
      label: { classification: 'UNCLASSIFIED', releasableTo: 'public' },
    });
    await japan.page
      .locator('.compose input[type="file"]')
      .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: content });
    await japan.page.locator('.compose .attachments li').filter({ hasText: 'list.csv' }).waitFor(PATIENCE);
    await japan.send(title);
    await japan.panel.locator('.attachments [role="status"]').filter({ hasText: 'here' }).waitFor(PATIENCE);
    // when the partner opens it
    const partner = await stage.driver.visit(stage.nodes.usa);
    await partner.row(title).click(PATIENCE);
    const item = partner.panel.locator('.attachments li');
    await item.filter({ hasText: 'offered by JPN' }).waitFor(PATIENCE);
    // then it is there only after somebody has asked for it
    await item.getByRole('button', { name: 'Fetch list.csv' }).click();
    const save = item.getByRole('button', { name: 'Save list.csv' });
    await save.waitFor(PATIENCE);
    const [download] = await Promise.all([partner.page.waitForEvent('download'), save.click()]);
    expect(download.suggestedFilename()).toBe('list.csv');
    expect(await readFile(await download.path())).toEqual(content);
    expect(partner.complaints).toEqual([]);
    expect(japan.complaints).toEqual([]);
  });

  it('shows the preview of an image, which came by itself', async () => {
    const title = uniqueWord('Photo');
    const photo = Buffer.concat([Buffer.from(PHOTO, 'base64'), Buffer.from(title)]);
    const japan = await stage.driver.visit(stage.nodes.jpn);
    await japan.write({ title, summary: 'Seen.', label: { classification: 'UNCLASSIFIED', releasableTo: 'public' } });
    await japan.page
      .locator('.compose input[type="file"]')
      .setInputFiles({ name: 'bridge.png', mimeType: 'image/png', buffer: photo });
    await japan.page.locator('.compose .attachments li').filter({ hasText: 'bridge.png' }).waitFor(PATIENCE);
    await japan.send(title);
    const partner = await stage.driver.visit(stage.nodes.usa);
    await partner.row(title).click(PATIENCE);
    const image = partner.panel.getByRole('img', { name: 'Preview of bridge.png' });
    await image.waitFor(PATIENCE);
    await expect
      .poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth), PATIENCE)
      .toBeGreaterThan(0);
    await partner.panel.locator('.attachments li').filter({ hasText: 'offered by JPN' }).waitFor(PATIENCE);
    expect(partner.complaints).toEqual([]);
  });

  it('may carry a label of its own, and is taken off again', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn, { language: 'ja' });
    await japan.page.click('.record-list .pane-head .button');
    await japan.page.locator('.compose input[type="file"]').setInputFiles([
      { name: '計画.pdf', mimeType: 'application/pdf', buffer: Buffer.from('plan') },
      { name: '地図.pdf', mimeType: 'application/pdf', buffer: Buffer.from('map') },
    ]);
    const items = japan.page.locator('.compose .attachments li');
    await items.nth(1).waitFor(PATIENCE);
    await items.nth(1).getByRole('button', { name: '地図.pdf に部分区分を付ける' }).click();
    await items.nth(1).locator('.label-editor').waitFor();
    await items.nth(0).getByRole('button', { name: '計画.pdf を外す' }).click();
    await items.filter({ hasText: '地図.pdf' }).locator('.label-editor').waitFor();
    expect(await items.count()).toBe(1);
    await japan.page.getByRole('button', { name: '下書きを破棄' }).click();
  });
});
