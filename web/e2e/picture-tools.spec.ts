import { expect, it, vi } from 'vitest';
import { callNode, uniqueWord } from './nodes.ts';
import { come, invite } from './people.ts';
import type { Screen } from './screen.ts';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();
// Maps are slow where the browser draws them without graphics hardware.
vi.setConfig({ testTimeout: 120_000 });

async function picture(width = 1440, height = 900) {
  const screen = await stage.driver.visit(stage.nodes.jpn, { screen: 'picture', width, height });
  return ready(screen);
}

async function ready(screen: Screen) {
  await screen.page.locator('.map[data-ready="true"]').waitFor(PATIENCE);
  // that nobody was signed in yet is no complaint
  screen.complaints.splice(0);
  return screen;
}

it('finds places by their coordinates, and records by their words, with the keyboard alone', async () => {
  const { page, complaints } = await picture();
  // when somebody presses / and types a position
  await page.keyboard.press('/');
  await page.keyboard.type('33 12 36N 130 57 00E');
  await page.getByRole('option').filter({ hasText: '33.21000N 130.95000E' }).waitFor();
  await shoot(page, 'picture-search-en');
  await page.keyboard.press('Enter');
  // then the map is there
  await page.locator('.coordinates').filter({ hasText: '33.21000N 130.95000E' }).waitFor();
  // and the same for a grid
  await page.keyboard.press('/');
  await page.locator('#picture-search').fill('52S FB 736 347');
  await page.keyboard.press('Enter');
  await page.locator('.coordinates').filter({ hasText: '52S FB 736 347' }).waitFor();
  expect(complaints).toEqual([]);
});

it('measures legs and draws rings from typed positions', async () => {
  const { page, complaints } = await picture();
  await page.keyboard.press('t');
  await page.keyboard.press('m');
  const card = page.locator('.map-card');
  for (const place of ['33N 131E', '34N 131E', '34N 132E']) {
    await card.getByLabel('Position:').fill(place);
    await page.keyboard.press('Enter');
  }
  await card.locator('tbody tr').nth(1).waitFor();
  expect(await card.locator('tbody tr').first().textContent()).toContain('000°60.0 NM111.2 km');
  expect(await card.locator('tfoot').textContent()).toContain('NM');
  await shoot(page, 'picture-measure-en');
  await page.keyboard.press('Escape');
  await expect.poll(() => card.count()).toBe(0);
  await page.getByRole('button', { name: 'Range rings' }).click();
  await card.getByLabel('Position:').fill('33N 131E');
  await page.keyboard.press('Enter');
  await card.filter({ hasText: '33.000N 131.000E' }).waitFor();
  await page.keyboard.press('Escape');
  expect(complaints).toEqual([]);
});

it('draws an area by the keyboard, and the record stands on the map of the partner', async () => {
  const japan = await picture();
  const { page } = japan;
  const title = uniqueWord('Drop zone');
  // given an area drawn by three positions
  await page.getByRole('button', { name: 'Draw', exact: true }).click();
  const card = page.locator('.map-card');
  for (const place of ['32.6N 130.6E', '32.9N 130.6E', '32.9N 131E']) {
    await card.getByLabel('Position:').fill(place);
    await page.keyboard.press('Enter');
  }
  await expect.poll(() => card.locator('.points li').count()).toBe(3);
  await card.getByRole('button', { name: 'Write the record' }).click();
  // when it is written with a label for the partner
  const form = page.locator('.compose');
  await form.filter({ hasText: 'Points: 3' }).waitFor();
  expect(await form.locator('select[name="kind"]').inputValue()).toBe('feature');
  await form.locator('> .label-editor input[type="radio"][value="parties"]').check();
  for (const box of await form.locator('> .label-editor .party-choices input').all()) {
    if (await box.isEnabled()) {
      await box.setChecked(['JPN', 'USA'].includes(await box.inputValue()));
    }
  }
  await form.locator('[name="title"]').fill(title);
  await page.click('.compose button[type="submit"]');
  await page.locator('.record-panel h2').filter({ hasText: title }).waitFor();
  await shoot(page, 'picture-drawn-en');
  // then the partner holds it with its geometry
  await expect
    .poll(async () => {
      const query = `/api/v1/records?kind=feature&text=${encodeURIComponent(title)}`;
      const { records } = (await callNode(stage.nodes.usa, 'GET', query)) as { records: { body: unknown }[] };
      return JSON.stringify(records[0]?.body ?? '');
    }, PATIENCE)
    .toContain('"Polygon"');
  expect(japan.complaints).toEqual([]);
});

it('stores the features of a file with the label chosen', async () => {
  const { page } = await picture();
  const name = uniqueWord('Buoy');
  await page.getByRole('button', { name: 'Draw', exact: true }).click();
  const card = page.locator('.map-card');
  await card.getByText('From a GeoJSON file').click();
  const point = (coordinates: number[], properties: object) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates },
    properties,
  });
  const file = { type: 'FeatureCollection', features: [point([131, 33], { name }), point([999, 0], {})] };
  await card.locator('input[type="file"]').setInputFiles({
    name: 'buoys.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await card.filter({ hasText: 'Left out, because they cannot be drawn: 2' }).waitFor();
  await card.getByRole('button', { name: 'Store 1 records' }).click();
  await card.filter({ hasText: '1 of 1 stored' }).waitFor();
  await page.locator('.record-row').filter({ hasText: name }).waitFor();
});

/** Views are a person's: a real node has none for its service account. */
async function pictureOfAPerson() {
  if (stage.nodes.fake !== null) {
    return picture();
  }
  const { screen } = await come(stage, await invite(stage, uniqueWord('viewer'), ['watch-officer']));
  return ready(screen);
}

it('filters the picture, and keeps a view with its filter in the account', async () => {
  const { page, complaints } = await pictureOfAPerson();
  const name = uniqueWord('Open picture');
  await page.getByRole('button', { name: 'Filter the picture' }).click();
  const card = page.locator('.map-card');
  await card.getByLabel('Classified up to').selectOption('UNCLASSIFIED');
  await page.getByRole('button', { name: 'Filter the picture: 1 set' }).waitFor();
  await page.keyboard.press('Escape');
  // when it is kept under a name, the map begins with it, and what this browser kept before comes along
  await page.evaluate(() =>
    localStorage.setItem(
      'renkei.map-views',
      JSON.stringify({ views: [{ name: 'From before', lon: 131, lat: 33, zoom: 7 }], first: null }),
    ),
  );
  await page.getByRole('button', { name: 'Saved views' }).click();
  await card.getByLabel('Name of this view').fill(name);
  await page.keyboard.press('Enter');
  const view = card.locator(`[data-view="${name}"]`);
  const changed = () =>
    page.waitForResponse((one) => one.request().method() === 'PUT' && one.url().includes('/account/views/'), PATIENCE);
  await Promise.all([changed(), view.getByLabel('at the start').check()]);
  await Promise.all([changed(), view.getByLabel('for my office').check()]);
  await card.getByRole('button', { name: 'Into my account' }).click();
  await card.locator('[data-view="From before"]').waitFor();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('renkei.map-views'))).toBeNull();
  await shoot(page, 'picture-views-en');
  // then another page of the same person has it
  await page.reload();
  await page.locator('.map[data-ready="true"]').waitFor(PATIENCE);
  await page.getByRole('button', { name: 'Filter the picture: 1 set' }).waitFor();
  // and it is renamed and removed by the keyboard
  await page.getByRole('button', { name: 'Saved views' }).click();
  await card.getByRole('button', { name: `Rename ${name}` }).press('Enter');
  await page.keyboard.press('Escape');
  await view.waitFor();
  await card.getByRole('button', { name: `Rename ${name}` }).press('Enter');
  await page.keyboard.type(`${name} 2`);
  await page.keyboard.press('Enter');
  await card.getByRole('button', { name: `Remove ${name} 2` }).press('Enter');
  await card.getByText('for your office as well?').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => card.locator(`[data-view="${name} 2"]`).count()).toBe(0);
  expect(complaints).toEqual([]);
});

it('gives the picture as a file that carries the marking', async () => {
  const { page, complaints } = await picture();
  await page.getByRole('button', { name: 'Print or PNG' }).click();
  const marking = await page.locator('.map-card strong').textContent();
  expect(marking).not.toBe('');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save PNG' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^picture-.*Z\.png$/);
  const folder = process.env['RENKEI_SHOTS'];
  if (folder) {
    await download.saveAs(`${folder}/picture-sheet.png`);
  }
  expect(complaints).toEqual([]);
});
