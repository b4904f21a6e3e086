import { describe, expect, it } from 'vitest';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

describe('the screen Feeds', () => {
  it('shows each feed, why lines were refused, and starts and stops it', async ({ skip }) => {
    // given feeds, which the settings of real nodes may not name
    if (stage.nodes.fake === null) {
      skip('needs the feeds of the fake nodes');
    }
    const japan = await stage.driver.visit(stage.nodes.jpn);
    await japan.go('feeds');
    const { page } = japan;
    const bay = page.locator('tr[data-feed="bay-ais"]');
    await bay.filter({ hasText: 'runs' }).waitFor(PATIENCE);
    // when one looks at the refused lines
    await page.getByText('5 lines refused: wrong checksum 4').click();
    // then they are there, and their label is on the screen
    await page.getByText('!AIVDM,1,1,,A,D06rQm0,2*18').waitFor();
    await page.locator('.classification-banner').filter({ hasText: 'UNCLASSIFIED//PUBLIC' }).waitFor();
    // and a feed stops and starts by its button
    await page.getByRole('button', { name: 'Stop: bay-ais' }).click();
    await bay.filter({ hasText: 'stopped' }).waitFor();
    await page.getByRole('button', { name: 'Start: bay-ais' }).click();
    await page.getByRole('button', { name: 'Stop: bay-ais' }).waitFor();
    // and lines of a feed beyond one's clearance stay hidden, in Japanese as well
    await page.getByText('2 lines refused').click();
    await page.getByText('You are not cleared').waitFor();
    await page.getByRole('button', { name: '日本語' }).click();
    await page.getByText('クリアランスがない').waitFor();
    expect(await page.locator('tr[data-feed]').count()).toBe(3);
  });
});
