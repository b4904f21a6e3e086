import { describe, expect, it } from 'vitest';
import { fakeCard } from '../src/testing/fake-node/fake-cards.ts';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();

// Real nodes would go on with new keys in the tests that follow.
describe.skipIf(!!process.env['RENKEI_E2E'])('the screen Keys', () => {
  it('shows the words to compare in the language of the screen, and who goes by which card', async () => {
    const { page } = await opened('en');
    const own = page.locator('.keys-own');
    await own.getByText('Older than').or(own.getByRole('alert')).first().waitFor();
    const words = await own.locator('.fingerprint li span').allInnerTexts();
    expect(words).toHaveLength(16);
    await shoot(page, 'keys-en');
    await page.getByRole('button', { name: '日本語' }).click();
    await page.locator('.keys-own .fingerprint ol[lang="ja"]').waitFor();
    const japanese = await own.locator('.fingerprint li span').allInnerTexts();
    expect(japanese).toHaveLength(16);
    expect(japanese).not.toEqual(words);
    await shoot(page, 'keys-ja');
  });

  it('exchanges the keys only when the name is typed, and says who is told', async () => {
    const { page } = await opened('en');
    const own = page.locator('.keys-own');
    const before = await own.locator('.fingerprint li span').allInnerTexts();
    await own.locator('.buttons button').nth(1).click();
    const form = own.locator('form.confirm');
    const submit = form.locator('button[type="submit"]');
    await form.locator('textarea').fill('the year is over');
    expect(await submit.isDisabled()).toBe(true);
    const name = (await own.locator('h3').first().innerText()).match(/[A-Z]{3}\/[a-z-]+/)?.[0] ?? '';
    await form.locator('input').fill(name);
    await submit.click();
    await form.waitFor({ state: 'detached' });
    expect(await own.locator('.fingerprint li span').allInnerTexts()).not.toEqual(before);
    await page.locator('.keys-partner').first().locator('[data-status="caution"], .status-shape').first().waitFor();
  });

  it('keeps what was typed when the node says no', async () => {
    const { page } = await opened('en');
    const own = page.locator('.keys-own');
    const refusal = { status: 503, contentType: 'application/json', body: '{"detail":"The database is away."}' };
    await page.route('**/api/v1/keys/rotation', (route) => route.fulfill(refusal), { times: 1 });
    await own.locator('.buttons button').nth(1).click();
    const form = own.locator('form.confirm');
    await form.locator('textarea').fill('the year is over');
    const name = (await own.locator('h3').first().innerText()).match(/[A-Z]{3}\/[a-z-]+/)?.[0] ?? '';
    await form.locator('input').fill(name);
    await form.locator('button[type="submit"]').click();
    await own.getByText('The database is away.').waitFor();
    expect(await form.locator('textarea').inputValue()).toBe('the year is over');
    // and then it is there again
    await form.locator('button[type="submit"]').click();
    await form.waitFor({ state: 'detached' });
  });

  it('revokes a card and takes another one only after its words were compared', async () => {
    const { page } = await opened('en');
    const partner = page.locator('.keys-partner[aria-label="USA/fake"]');
    await partner.locator('button.danger').click();
    await partner.locator('form.confirm textarea').fill('a laptop was lost');
    await partner.locator('form.confirm input').fill('USA/fake');
    await partner.locator('form.confirm button[type="submit"]').click();
    await partner.getByText('a laptop was lost').waitFor();
    // when a card of somebody else is brought
    await partner.locator('.buttons button').first().click();
    const form = partner.locator('form.confirm');
    await form.locator('textarea').fill(fakeCard('AUS/fake', 'key 9').text);
    await form.locator('button[type="submit"]').click();
    await form.getByText('no node card of that partner').waitFor();
    // and then its own
    const card = fakeCard('USA/fake', 'key 2');
    await form.locator('textarea').fill(card.text);
    await form.locator('button[type="submit"]').click();
    await form.locator('.fingerprint').waitFor();
    expect(await form.locator('.fingerprint li span').allInnerTexts()).toEqual(card.words.en);
    expect(await form.locator('button[type="submit"]').isDisabled()).toBe(true);
    await form.locator('input[type="checkbox"]').check();
    await form.locator('button[type="submit"]').click();
    await form.waitFor({ state: 'detached' });
    await partner.getByText('a laptop was lost').waitFor({ state: 'detached' });
  });
});

async function opened(language: 'ja' | 'en') {
  const japan = await stage.driver.visit(stage.nodes.jpn, { language });
  await japan.go('keys');
  await japan.page.locator('.keys-own .fingerprint').waitFor();
  return { page: japan.page };
}
