import { describe, expect, it } from 'vitest';
import { codeOf } from './authenticator.ts';
import { callNode, uniqueWord } from './nodes.ts';
import type { Screen } from './screen.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();
const PASSWORD = 'correct horse battery';

/** Adds somebody by the API and answers the one-time link. */
async function invite(name: string, ...roles: string[]): Promise<string> {
  const added = (await callNode(stage.nodes.jpn, 'POST', '/api/v1/people', {
    signInName: name,
    nameEn: `Person ${name}`,
    nameJa: '山田太郎',
    roles,
    clearance: 'SECRET',
    caveats: ['RELIEF-OPS'],
  })) as { invitation: { token: string } };
  return `${stage.nodes.jpn.url}/#invitation=${added.invitation.token}`;
}

/** Comes by a link in a browser of its own, sets password and authenticator, and is in. */
async function come(link: string): Promise<{ screen: Screen; secret: string }> {
  const screen = await stage.driver.visit(stage.nodes.jpn, { come: 'without' });
  await screen.page.goto('about:blank');
  await screen.page.goto(link);
  const secret = await screen.page.locator('[data-secret]').innerText();
  await screen.page.fill('[name="password"]', PASSWORD);
  await screen.page.fill('[name="again"]', PASSWORD);
  await screen.page.fill('[name="code"]', codeOf(secret));
  await screen.page.click('.sign-in button[type="submit"]');
  await screen.page.locator('.workspace').waitFor();
  return { screen, secret };
}

// A fake node knows nobody but its token.
describe.skipIf(!process.env['RENKEI_E2E'])('two people in two browsers', () => {
  it('come in by a link each, see what their roles open, and one ends the session of the other', async () => {
    const name = uniqueWord('officer');
    const officer = await come(await invite(name, 'watch-officer'));
    const chief = await come(await invite(uniqueWord('chief'), 'administrator'));
    const rail = (screen: Screen) =>
      screen.page
        .locator('.rail [data-screen]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-screen')));
    expect(await rail(officer.screen)).toContain('records');
    expect(await rail(officer.screen)).toContain('account');
    expect(await rail(officer.screen)).not.toContain('people');
    expect(await rail(officer.screen)).not.toContain('audit');
    expect(await rail(chief.screen)).toContain('people');
    expect(await rail(chief.screen)).not.toContain('records');

    await chief.screen.go('people');
    const row = chief.screen.page.locator(`[data-person="${name}"]`);
    await row.getByRole('button', { name: 'Deactivate' }).click();
    await chief.screen.page.locator(`[data-person="${name}"][data-active="false"]`).waitFor();
    await officer.screen.go('agreements');
    await officer.screen.page.getByText('Your session has ended').waitFor();
  });

  it('sign out and in again, with a code that is good once', async () => {
    const name = uniqueWord('officer');
    const { screen, secret } = await come(await invite(name, 'watch-officer'));
    await screen.page.getByRole('button', { name: 'Sign out' }).click();
    await screen.page.getByText('You have signed out.').waitFor();
    const enter = async (code: string) => {
      await screen.page.fill('[name="name"]', name);
      await screen.page.fill('[name="password"]', PASSWORD);
      await screen.page.fill('[name="code"]', code);
      await screen.page.click('.sign-in button[type="submit"]');
    };
    await enter(codeOf(secret, -1));
    await screen.page.getByText('Name, password or code is wrong').waitFor();
    await enter(codeOf(secret, 1));
    await screen.page.locator('.workspace').waitFor();
    expect(await screen.page.evaluate(() => document.cookie)).toBe('');
    await screen.go('account');
    await screen.page.getByText('here', { exact: true }).waitFor();
  });
});
