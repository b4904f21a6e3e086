import type { CDPSession } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callNode, uniqueWord } from './nodes.ts';
import { PATIENCE } from './patience.ts';
import type { Screen } from './screen.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();

/** Browsers take passkeys at localhost, not at 127.0.0.1. */
function named(url: string): string {
  return url.replace('127.0.0.1', 'localhost');
}

async function invite(name: string, ...roles: string[]): Promise<string> {
  const added = (await callNode(stage.nodes.jpn, 'POST', '/api/v1/people', {
    signInName: name,
    nameEn: `Person ${name}`,
    nameJa: '鈴木一郎',
    roles,
    clearance: 'SECRET',
    caveats: ['RELIEF-OPS'],
  })) as { invitation: { token: string } };
  return `${stage.nodes.jpn.url}/#invitation=${added.invitation.token}`;
}

/**
 * A browser on a device with an authenticator that verifies its owner, as a laptop with a fingerprint reader. What it
 * offers where one types a name is chosen at once here, so only the test of just that leaves it on.
 */
async function withDevice(autofill = false): Promise<{ screen: Screen; device: CDPSession; id: string }> {
  const screen = await stage.driver.visit(stage.nodes.jpn, { come: 'without' });
  if (!autofill) {
    await screen.page.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
    });
  }
  const device = await screen.page.context().newCDPSession(screen.page);
  await device.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { screen, device, id: authenticatorId };
}

async function come(screen: Screen, link: string, passkey: string): Promise<void> {
  await screen.page.goto('about:blank');
  await screen.page.goto(named(link));
  await screen.page.fill('[name="name"]', passkey);
  await screen.page.click('.sign-in button[type="submit"]');
  await screen.page.locator('.workspace').waitFor();
}

async function signOut(screen: Screen): Promise<void> {
  await screen.page.getByRole('button', { name: 'Sign out' }).click();
  await screen.page.getByText('You have signed out.').waitFor();
}

// A fake node makes no passkeys.
describe.skipIf(!process.env['RENKEI_E2E'])('somebody with a passkey', () => {
  it('comes by a link, signs out and in again, and is out for good once the passkey is removed', async () => {
    const { screen, device, id } = await withDevice();
    await come(screen, await invite(uniqueWord('suzuki'), 'watch-officer'), 'this laptop');
    const first = (await device.send('WebAuthn.getCredentials', { authenticatorId: id })).credentials;
    expect(first).toHaveLength(1);
    expect(first[0]).toMatchObject({ isResidentCredential: true, rpId: 'localhost' });

    await signOut(screen);
    await screen.page.click('[data-by-passkey]');
    await screen.page.locator('.workspace').waitFor();

    await screen.go('account');
    await screen.page.locator('[data-passkey="this laptop"]').waitFor();
    await screen.page.getByRole('button', { name: 'Remove' }).click();
    await screen.page.getByText('This is your last way in').waitFor();

    // A second device: the first one may not make another, so it is taken out meanwhile.
    await device.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: id });
    const second = await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'usb',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await screen.page.fill('[name="passkeyName"]', 'key in the safe');
    await screen.page.getByRole('button', { name: 'Add a passkey' }).click();
    await screen.page.locator('[data-passkey="key in the safe"]').waitFor();
    await screen.page.locator('[data-passkey="key in the safe"]').getByRole('button', { name: 'Remove' }).click();
    await screen.page.locator('[data-passkey="key in the safe"]').waitFor({ state: 'detached' });

    await signOut(screen);
    await screen.page.click('[data-by-passkey]');
    await screen.page.getByText('This passkey was not accepted').waitFor();
    expect(await screen.page.locator('.workspace').count()).toBe(0);
    await device.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: second.authenticatorId });
  });

  it('is offered the passkey where the name is typed', async () => {
    const { screen } = await withDevice(true);
    await come(screen, await invite(uniqueWord('suzuki'), 'watch-officer'), 'this laptop');
    // The device answers at once: how long nobody is signed in cannot be seen.
    const page = screen.page;
    const asked = (method: string, path: string) =>
      page.waitForResponse((answer) => answer.request().method() === method && answer.url().endsWith(path), PATIENCE);
    const left = asked('DELETE', '/api/v1/session');
    const welcomed = asked('POST', '/api/v1/session/passkey');
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect((await left).ok()).toBe(true);
    expect((await welcomed).ok()).toBe(true);
    await page.locator('.workspace').waitFor(PATIENCE);
  });

  it('is not let in by an authenticator that does not verify its owner', async () => {
    const { screen, device, id } = await withDevice();
    await come(screen, await invite(uniqueWord('suzuki'), 'watch-officer'), 'this laptop');
    await signOut(screen);
    await device.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false });
    await screen.page.click('[data-by-passkey]');
    await screen.page.getByText('No passkey was used').waitFor();
    expect(await screen.page.locator('.workspace').count()).toBe(0);
  });

  it('is shown the way from 127.0.0.1, where browsers make no passkeys, to localhost', async () => {
    const screen = await stage.driver.visit(stage.nodes.jpn, { come: 'without' });
    const link = screen.page.locator('[data-passkey-hint] a');
    expect(await link.getAttribute('href')).toBe(`${named(stage.nodes.jpn.url)}/`);
    await link.click();
    await screen.page.locator('[data-by-passkey]').waitFor();
  });

  it('proves again who is there before people change', async () => {
    const { screen } = await withDevice();
    await come(screen, await invite(uniqueWord('chief'), 'administrator'), 'this laptop');
    await screen.page.route('**/api/v1/people', async (route) => {
      if (route.request().method() !== 'POST') {
        return route.fallback();
      }
      // As the node answers ten minutes later.
      await route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        body: '{"type":"urn:renkei:problem:proof-needed","title":"Prove again","status":403,"detail":""}',
      });
      return screen.page.unroute('**/api/v1/people');
    });
    await screen.go('people');
    await screen.page.getByRole('button', { name: 'Add a person' }).click();
    const name = uniqueWord('new').slice(0, 20);
    await screen.page.fill('[name="signInName"]', name);
    await screen.page.fill('[name="nameEn"]', 'New Person');
    await screen.page.fill('[name="nameJa"]', '新人');
    await screen.page.click('.person-form button[type="submit"]');
    await screen.page.click('[data-prove]');
    await screen.page.locator(`[data-person="${name}"]`).waitFor();
  });
});
