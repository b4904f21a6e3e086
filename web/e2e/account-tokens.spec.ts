import { describe, expect, it } from 'vitest';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();

describe.skipIf(!!process.env['RENKEI_E2E'])('tokens of an account', () => {
  it('are made with a scope and an end, shown once, and revoked', async () => {
    // a token is somebody's: the second one of a fake node is a person's
    const node = { ...stage.nodes.jpn, token: `${stage.nodes.jpn.token}-2` };
    const japan = await stage.driver.visit(node);
    const { page } = japan;
    await japan.go('account');
    const panel = page.getByRole('region', { name: /token/i });
    await panel.locator('[name="tokenName"]').fill('nightly report');
    await panel.locator('[name="scope"]').selectOption('read');
    // when it is to hold for too long
    await panel.locator('[name="days"]').fill('400');
    await panel.getByRole('button', { name: 'Make a token' }).click();
    await panel.getByText('1 to 366 days').waitFor();
    await panel.locator('[name="days"]').fill('7');
    await panel.getByRole('button', { name: 'Make a token' }).click();
    // then it is shown, once
    const secret = await panel.locator('[data-secret]').textContent();
    expect(secret).toMatch(/^rk_/);
    const row = panel.locator('[data-token="nightly report"]');
    await row.getByText('read', { exact: true }).waitFor();
    const week = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    expect(await row.textContent()).toContain(week);
    await shoot(page, 'account-token-en');
    await page.reload();
    await row.waitFor();
    expect(await page.content()).not.toContain(secret);
    // and it is revoked
    await row.getByRole('button', { name: 'Revoke' }).click();
    await row.waitFor({ state: 'detached' });
  });
});
