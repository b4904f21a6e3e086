import { describe, expect, it } from 'vitest';
import { callNode, uniqueWord } from './nodes.ts';
import type { Screen } from './screen.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();
const rule = (id: string, kind: string, persons: number) => ({
  id,
  act: 'review',
  cause: 'always',
  parties: ['USA'],
  kinds: [kind],
  atLeast: null,
  persons,
  hours: 4,
});

const second = () => ({ url: stage.nodes.jpn.url, token: `${stage.nodes.jpn.token}-2` });

/** Alerts need two officers, reports one. */
async function putPolicyInForce(): Promise<void> {
  const all = (await callNode(stage.nodes.jpn, 'GET', '/api/v1/release-policy')) as { current: { version: number } };
  if (all.current.version === 0) {
    await callNode(stage.nodes.jpn, 'POST', '/api/v1/release-policy', {
      from: new Date().toISOString().slice(0, 10),
      many: 100,
      rules: [rule('alerts', 'alert', 2), rule('reports', 'situation-report', 1)],
      reason: 'For the test',
    });
    await callNode(second(), 'POST', '/api/v1/release-policy/1/confirm');
  }
}

async function write(kind: string, title: string): Promise<void> {
  await callNode(stage.nodes.jpn, 'POST', '/api/v1/records', {
    kind,
    label: 'UNCLASSIFIED//REL TO USA',
    body: { title, summary: 'Of the day.', remarks: 'For those who must know.' },
  });
}

async function reviewOf(title: string): Promise<string> {
  const { reviews } = (await callNode(stage.nodes.jpn, 'GET', '/api/v1/reviews')) as {
    reviews: { id: string; title: string }[];
  };
  return reviews.find((one) => one.title === title)?.id ?? '';
}

async function atTheDesk(node = stage.nodes.jpn): Promise<Screen> {
  const screen = await stage.driver.visit(node);
  await screen.page.click('.rail [data-screen="reviews"]');
  return screen;
}

// Two officers of a real node are people with an authenticator each: review.spec.ts has them.
describe.skipIf(process.env['RENKEI_E2E'])("the release officer's desk", () => {
  it('releases what needs two only when both say the same with the same cuts', async () => {
    await putPolicyInForce();
    const title = uniqueWord('Alert');
    await write('alert', title);
    const one = (await atTheDesk()).page;
    await one.locator('.review-row').filter({ hasText: title }).locator('button').click();
    await one.getByText('Two officers must agree.').waitFor();
    await one.locator('[data-at="/remarks"] .place-act button').click();
    await one.fill('textarea[name="reason"]', 'Without the remarks.');
    await one.click('button[data-verdict="release"]');
    await one.getByText('You have said release.').waitFor();
    expect(await one.locator('button[data-verdict="release"]').isDisabled()).toBe(true);

    const other = (await atTheDesk(second())).page;
    const row = other.locator('.review-row').filter({ hasText: title });
    await row.getByText('1 of 2 officers').waitFor();
    await row.locator('button').click();
    await other.getByText('with these same cuts. Your word releases it.').waitFor();
    await other.locator('.cut-list [data-cut="/remarks"] button').click();
    await other.getByText('said release with other cuts.').waitFor();
    await other.getByRole('button', { name: /^Take the cuts/ }).click();
    await other.fill('textarea[name="reason"]', 'Agreed.');
    await other.click('button[data-verdict="release"]');
    await other.locator('.review-state[data-state="released"]').waitFor();
  });

  it('keeps cuts and reason when the node says no, through other screens and a reload', async () => {
    await putPolicyInForce();
    const title = uniqueWord('Report');
    await write('situation-report', title);
    const { page } = await atTheDesk();
    await page.locator('.review-row').filter({ hasText: title }).locator('button').click();
    await page.locator('[data-at="/summary"] .place-act button').click();
    await page.fill('textarea[name="reason"]', 'Not the summary.');
    await page.click('.rail [data-screen="audit"]');
    await page.goBack();
    await page.reload();
    expect(await page.inputValue('textarea[name="reason"]')).toBe('Not the summary.');
    await page.locator('[data-at="/summary"][data-mark="cut"]').waitFor();

    await page.route('**/ruling', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'about:blank',
          title: 'Conflict',
          status: 409,
          detail: 'The record was revised.',
        }),
      }),
    );
    await page.click('button[data-verdict="release"]');
    await page.getByText('The record was revised.').waitFor();
    await page.getByText('your cuts and reason are kept').waitFor();
    expect(await page.inputValue('textarea[name="reason"]')).toBe('Not the summary.');
    expect(await page.locator('.cut-list [data-cut="/summary"]').count()).toBe(1);
  });

  it('rules on many with one reason, and says what it could not rule on', async () => {
    await putPolicyInForce();
    const titles = [uniqueWord('Many'), uniqueWord('Many'), uniqueWord('Many')] as const;
    for (const title of titles) {
      await write('situation-report', title);
    }
    const { page } = await atTheDesk();
    for (const title of titles) {
      await page.getByLabel(`Select: ${title} for USA`).check();
    }
    await page.getByText('3 selected: USA 3').waitFor();
    await callNode(second(), 'POST', `/api/v1/reviews/${await reviewOf(titles[1])}/ruling`, {
      verdict: 'withhold',
      reason: 'Meanwhile.',
    });
    await page.fill('textarea[name="many-reason"]', 'Routine.');
    await page.getByRole('button', { name: 'Release 3' }).click();
    await page.getByText('Done with 2.').waitFor();
    await page.getByText(new RegExp(`USA · ${titles[1]}: .*withheld`)).waitFor();
  });

  it('walks through the queue by j and k', async () => {
    await putPolicyInForce();
    await write('situation-report', uniqueWord('Walk'));
    await write('situation-report', uniqueWord('Walk'));
    const { page } = await atTheDesk();
    await page.locator('.review-row').nth(1).waitFor();
    const ids = await page.locator('.review-row').evaluateAll((all) => all.map((one) => one.getAttribute('data-id')));
    for (const [key, at] of [
      ['j', 0],
      ['j', 1],
      ['k', 0],
    ] as const) {
      await page.keyboard.press(key);
      await page.locator(`.review-case[data-review="${ids[at]}"]`).waitFor();
    }
  });

  it('has an emergency release looked at by somebody else, who takes it back', async () => {
    await putPolicyInForce();
    const title = uniqueWord('Rescue');
    await write('situation-report', title);
    const { records } = (await callNode(stage.nodes.jpn, 'GET', `/api/v1/records?text=${title}`)) as {
      records: { id: string }[];
    };
    await callNode(stage.nodes.jpn, 'POST', `/api/v1/records/${records[0]?.id}/emergency-release`, {
      party: 'USA',
      reason: 'People under the slope.',
    });
    const own = (await atTheDesk()).page;
    await own.click('[data-tab="emergencies"]');
    await own.locator('.emergency').filter({ hasText: title }).getByText('You released it yourself').waitFor();
    const partner = await stage.driver.visit(stage.nodes.usa);
    await partner.row(title).waitFor();

    const { page } = await atTheDesk(second());
    await page.click('[data-tab="emergencies"]');
    const item = page.locator('.emergency').filter({ hasText: title });
    await item.locator('textarea').fill('The place was wrong.');
    await item.locator('[name="withdraw"]').check();
    await item.getByRole('button', { name: 'Withdraw the release' }).click();
    await item.getByText('Withdrawn').waitFor();
    await partner.row(title).waitFor({ state: 'detached' });
  });
});
