import { describe, expect, it } from 'vitest';
import { codeOf } from './authenticator.ts';
import { uniqueWord } from './nodes.ts';
import { come, invite, PASSWORD } from './people.ts';
import type { Screen } from './screen.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();
// A fake node knows nobody but its token.
describe.skipIf(!process.env['RENKEI_E2E'])('two people in two browsers', () => {
  it('come in by a link each, see what their roles open, and one ends the session of the other', async () => {
    const name = uniqueWord('officer');
    const officer = await come(stage, await invite(stage, name, ['watch-officer']));
    const chief = await come(stage, await invite(stage, uniqueWord('chief'), ['administrator']));
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
    const { screen, secret } = await come(stage, await invite(stage, name, ['watch-officer']));
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
