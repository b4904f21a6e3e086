import { describe, expect, it } from 'vitest';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();

describe.skipIf(!!process.env['RENKEI_E2E'])('client certificates on the screen People', () => {
  it('are registered by a file, shown in both languages, and revoked only when asked twice', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn);
    const { page } = japan;
    await japan.go('people');
    const panel = page.locator('[data-panel="certificates"]');
    await panel.getByRole('button', { name: 'Register a certificate' }).click();
    await panel.locator('[name="name"]').fill('the weather feed');
    await panel.getByLabel('Bring records in').check();
    // when something else than a certificate is brought
    await panel.locator('textarea').fill('hello');
    await panel.getByRole('button', { name: 'Register', exact: true }).click();
    await panel.getByText('one certificate is expected').waitFor();
    await shoot(page, 'certificate-form-en');
    // and then one, as a file
    await panel.locator('input[type="file"]').setInputFiles({
      name: 'feed.crt',
      mimeType: 'application/x-pem-file',
      buffer: Buffer.from('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'),
    });
    await panel.getByRole('button', { name: 'Register', exact: true }).click();
    const row = panel.locator('[data-certificate="the weather feed"]');
    await row.getByText('counts until').waitFor();
    await shoot(page, 'certificates-en');
    await page.getByRole('button', { name: '日本語' }).click();
    await row.getByText('まで有効').waitFor();
    await shoot(page, 'certificates-ja');
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await row.getByRole('button', { name: 'Revoke' }).click();
    await row.getByRole('button', { name: 'Cancel' }).click();
    expect(await row.getAttribute('data-holds')).toBe('true');
    await row.getByRole('button', { name: 'Revoke' }).click();
    await row.getByRole('button', { name: 'Revoke for good' }).click();
    await row.getByText('revoked on').waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
  });
});
