import { describe, expect, it } from 'vitest';
import { Stage } from './stage.ts';

const stage = Stage.set();

describe('somebody without a session', () => {
  it('is refused with a wrong token, in words', async () => {
    const screen = await stage.driver.visit(stage.nodes.jpn, { come: 'without' });
    await screen.signIn('not-the-token');
    await screen.page.getByText('This node does not accept that token').waitFor();
    expect(await screen.page.locator('.workspace').count()).toBe(0);
  });

  it('comes in with the right token, and is out again after signing out', async () => {
    const screen = await stage.driver.visit(stage.nodes.jpn, { come: 'without' });
    await screen.signIn(stage.nodes.jpn.token);
    await screen.page.locator('.node-name').filter({ hasText: 'JPN' }).waitFor();
    await screen.page.getByRole('button', { name: 'Sign out' }).click();
    await screen.page.getByText('You have signed out.').waitFor();
    expect(await screen.page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('comes in by a link, and the token does not stay in the address', async () => {
    const screen = await stage.driver.visit(stage.nodes.jpn, { come: 'by-link' });
    expect(screen.page.url()).not.toContain(stage.nodes.jpn.token);
  });
});

describe('somebody whose token ends', () => {
  it('is told so at the sign-in screen', async () => {
    const screen = await stage.driver.visit(stage.nodes.jpn);
    await screen.page.route('**/api/v1/**', (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: '{"type":"about:blank","title":"Unauthorized","status":401,"detail":"No valid token."}',
      }),
    );
    await screen.go('agreements');
    await screen.page.getByText('Your session has ended').waitFor();
  });
});
