import { codeOf } from './authenticator.ts';
import { callNode } from './nodes.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';

export const PASSWORD = 'correct horse battery';

/** Adds somebody to the Japanese node by the API and answers the one-time link. */
export async function invite(stage: Stage, name: string, roles: readonly string[], nation = 'JPN'): Promise<string> {
  const added = (await callNode(stage.nodes.jpn, 'POST', '/api/v1/people', {
    signInName: name,
    nameEn: `Person ${name}`,
    nameJa: '山田太郎',
    nation,
    organisation: 'Joint Staff',
    roles,
    clearance: 'SECRET',
    caveats: ['RELIEF-OPS'],
  })) as { invitation: { token: string } };
  return `${stage.nodes.jpn.url}/#invitation=${added.invitation.token}`;
}

/** Comes by a link in a browser of its own, sets password and authenticator, and is in. */
export async function come(
  stage: Stage,
  link: string,
  language: 'ja' | 'en' = 'en',
): Promise<{ screen: Screen; secret: string }> {
  const screen = await stage.driver.visit(stage.nodes.jpn, { come: 'without', language });
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
