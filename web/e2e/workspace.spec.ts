import { describe, expect, it } from 'vitest';
import { callNode, uniqueWord } from './nodes.ts';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

describe('the language', () => {
  it('changes everywhere at once, and is remembered', async () => {
    const { page } = await stage.driver.visit(stage.nodes.jpn);
    await page.locator('.rail').getByText('Agreements').waitFor();
    await page.getByRole('button', { name: '日本語' }).click();
    await page.locator('.rail').getByText('協定').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    await page.reload();
    await page
      .locator('.rail')
      .getByText(/開示\u200b?台帳/)
      .waitFor();
  });

  it('is asked of the node too, so that reasons come in it', async () => {
    const title = uniqueWord('Reasons');
    const japan = await stage.driver.visit(stage.nodes.jpn, { language: 'ja' });
    await japan.write({ title, summary: '概要', label: { classification: 'CONFIDENTIAL', releasableTo: ['USA'] } });
    await japan.send(title);
    const why = await japan.whyFor('AUS');
    expect(await why.textContent()).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  });
});

describe('the keyboard', () => {
  it('goes through the list with j and k, and to screens with g', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn);
    const { page } = japan;
    const ids = await page.locator('.record-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id')));
    const selected = () => page.locator('.record-row[data-selected="true"]').getAttribute('data-id');
    await page.keyboard.press('j');
    await page.locator('.record-panel h2').waitFor();
    expect(await selected()).toBe(ids[0]);
    await page.keyboard.press('j');
    expect(await selected()).toBe(ids[1]);
    await page.keyboard.press('k');
    expect(await selected()).toBe(ids[0]);
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.getByRole('heading', { name: 'Ledgers' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByRole('heading', { name: 'Links' }).waitFor();
  });

  it('reaches commands and records from the palette', async () => {
    const word = uniqueWord('Palette');
    await callNode(stage.nodes.jpn, 'POST', '/api/v1/records', {
      kind: 'situation-report',
      label: 'UNCLASSIFIED//PUBLIC',
      body: { title: word, summary: 'To be found.' },
    });
    const { page } = await stage.driver.visit(stage.nodes.jpn);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('agreements');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Agreements' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type(word);
    await page.locator('.palette [role="option"]:not(#palette-everything)').filter({ hasText: word }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.record-panel h2').filter({ hasText: word }).waitFor();
  });

  it('shows its shortcuts with ?', async () => {
    const { page } = await stage.driver.visit(stage.nodes.jpn);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('the page', () => {
  it('asks no other machine for anything and has no complaints, on any screen', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn, { screen: 'picture' });
    const { page } = japan;
    await page.locator('.map[data-ready="true"] .layer-toggles button').first().waitFor(PATIENCE);
    await page.waitForLoadState('load');
    await page.locator('.record-row button').first().click();
    await page.locator('.record-panel h2').waitFor();
    for (const screen of ['records', 'agreements', 'links', 'ledgers', 'audit', 'picture']) {
      await japan.go(screen);
      await page.waitForTimeout(400);
    }
    await page.keyboard.press('n');
    await page.locator('.compose').waitFor();
    expect([...japan.origins]).toEqual([new URL(stage.nodes.jpn.url).origin]);
    expect(japan.complaints).toEqual([]);
  });

  it('shows on the map what is chosen in the list, and opens what is chosen on the map', async () => {
    const title = uniqueWord('Here');
    const japan = await stage.driver.visit(stage.nodes.jpn, { screen: 'picture' });
    const { page } = japan;
    await page.locator('.map[data-ready="true"] .layer-toggles button').first().waitFor(PATIENCE);
    // given a record far outside what the map shows
    await callNode(stage.nodes.jpn, 'POST', '/api/v1/records', {
      kind: 'situation-report',
      label: 'UNCLASSIFIED//PUBLIC',
      body: { title, summary: 'Far away.', position: { lat: -48.3, lon: -130.8 } },
    });
    // when it is chosen in the list, the map goes there
    await japan.open(title);
    await page.locator('.coordinates').filter({ hasText: '48.3' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'detached' });
    // and a click in the middle of the map opens it
    await expect
      .poll(
        async () => {
          const box = await page.locator('.map canvas').boundingBox();
          await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
          return page.locator('.record-panel h2').filter({ hasText: title }).count();
        },
        { ...PATIENCE, interval: 700 },
      )
      .toBe(1);
  });

  it('says when live updates are lost, and catches up by itself', async (context) => {
    if (!stage.nodes.fake) {
      context.skip();
      return;
    }
    const japan = await stage.driver.visit(stage.nodes.jpn);
    await japan.page.context().setOffline(true);
    await japan.page.evaluate(() => window.dispatchEvent(new Event('offline')));
    stage.nodes.fake.dropStreams();
    await japan.page.getByText('Live updates lost').waitFor(PATIENCE);
    const title = uniqueWord('Meanwhile');
    await callNode(stage.nodes.jpn, 'POST', '/api/v1/records', {
      kind: 'situation-report',
      label: 'UNCLASSIFIED//PUBLIC',
      body: { title, summary: 'Written while the browser was away.' },
    });
    await japan.page.context().setOffline(false);
    await japan.row(title).waitFor(PATIENCE);
    await japan.page.getByText('Live updates lost').waitFor({ state: 'detached' });
  });
});

describe('a telephone of 390 pixels', () => {
  it('shows banner, list, record with release and the map, without scrolling sideways', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn, { width: 390, height: 844, screen: 'picture' });
    const { page } = japan;
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    await japan.banner.waitFor();
    await page.locator('.record-row button').first().click();
    await page.locator('.record-panel h2').waitFor();
    await page.locator('.release').waitFor();
    expect(await sideways()).toBe(false);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('tab', { name: 'Map' }).click();
    await page.locator('.map[data-ready="true"]').waitFor(PATIENCE);
    expect(await sideways()).toBe(false);
  });
});
