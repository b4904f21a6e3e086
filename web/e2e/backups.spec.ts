import { describe, expect, it } from 'vitest';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();

describe.skipIf(!!process.env['RENKEI_E2E'])('the screen Backups', () => {
  it('says to when the node could be put back, and makes another backup', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn);
    const { page } = japan;
    await japan.go('backups');
    await page.getByText('every 24 hours, the last 14 are kept').waitFor();
    await page.getByText('/mnt/backups/jpn').waitFor();
    const rows = page.locator('table tbody tr');
    expect(await rows.count()).toBe(1);
    await page.getByRole('button', { name: 'Back up now' }).click();
    await rows.nth(1).waitFor();
    await page.getByText('20261122T030000Z').waitFor();
    await shoot(page, 'backups-en');
    await page.getByRole('button', { name: '日本語' }).click();
    await page.getByText('24 時間ごと、最新 14 件を保持').waitFor();
    await shoot(page, 'backups-ja');
  });
});
