import { describe, expect, it } from 'vitest';
import { callNode, uniqueWord } from './nodes.ts';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

// Real nodes need two officers with authenticators for the same: ConsentTests.
describe.skipIf(!!process.env['RENKEI_E2E'])('consent of the nation whose information it is', () => {
  it('is asked for, given at the other node, and lets the record go', async () => {
    const title = uniqueWord('Quoted');
    await callNode(stage.nodes.jpn, 'POST', '/api/v1/records', {
      kind: 'situation-report',
      label: 'UNCLASSIFIED//FGI USA//REL TO AUS, USA',
      body: { title, summary: 'Of the day.' },
    });
    const japan = await stage.driver.visit(stage.nodes.jpn);
    await japan.page.click('.rail [data-screen="reviews"]');
    await japan.page.locator('.review-row').filter({ hasText: title }).locator('button').first().click();
    const ask = japan.page.locator('.consent-ask');
    // when Japan asks with a day and a reason
    await ask.locator('[id$="-until"]').fill(inDays(20));
    await ask.locator('textarea').fill('Australia lifts the same bridge.');
    await ask.getByRole('button', { name: 'Ask for consent' }).click();
    await ask.getByText('not answered yet').waitFor();
    await shoot(japan.page, 'consent-asked-en');
    // then the United States see who asks for what, and consent
    const states = await stage.driver.visit(stage.nodes.usa, { language: 'ja' });
    await states.page.goto(`${stage.nodes.usa.url}/#/reviews/consents`);
    const wanted = states.page.locator('[data-consents="wanted"] li').filter({ hasText: 'Australia lifts' });
    await wanted.locator('textarea').fill('Agreed for this bridge.');
    await shoot(states.page, 'consent-wanted-ja');
    await wanted.locator('[data-answer="grant"]').click();
    await wanted.locator('[data-state="granted"]').waitFor();
    // and Japan learns of it, with the reason
    await japan.page.goto(`${stage.nodes.jpn.url}/#/reviews/consents`);
    const asked = japan.page.locator('[data-consents="asked"] li').filter({ hasText: 'Australia lifts' });
    await asked.locator('[data-state="granted"]').waitFor();
    expect(await asked.textContent()).toContain('Agreed for this bridge.');
  });
});
