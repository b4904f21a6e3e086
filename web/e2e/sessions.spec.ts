import { describe, expect, it } from 'vitest';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();

describe.skipIf(!!process.env['RENKEI_E2E'])('sessions of others on the screen People', () => {
  it('are listed with where they came from, and ended one by one or all at once', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn);
    const { page } = japan;
    await japan.go('people');
    // when the security officer looks where an account is signed in
    await page.locator('[data-person="jma-feed"]').getByRole('button', { name: 'Sessions…' }).click();
    const panel = page.locator('[data-panel="sessions"]');
    await panel.getByText('Where Weather feed is signed in').waitFor();
    await panel.getByText('10.1.9.80').waitFor();
    expect(await panel.locator('[data-session]').count()).toBe(3);
    await shoot(page, 'person-sessions-en');
    // and ends one that is not known
    await panel.locator('tr', { hasText: 'curl' }).getByRole('button', { name: 'End' }).click();
    await panel.getByText('curl').waitFor({ state: 'detached' });
    expect(await panel.locator('[data-session]').count()).toBe(2);
    await page.getByRole('button', { name: '日本語' }).click();
    await panel.getByText('気象の取り込み のサインイン中の場所').waitFor();
    await shoot(page, 'person-sessions-ja');
    await page.setViewportSize({ width: 390, height: 844 });
    await shoot(page, 'person-sessions-390-ja');
    await panel.getByRole('button', { name: 'すべてサインアウト' }).click();
    // then nothing is left to end
    await panel.getByText('サインインしている場所はありません。').waitFor();
    await panel.getByRole('button', { name: '閉じる' }).click();
    await panel.waitFor({ state: 'detached' });
  });
});
