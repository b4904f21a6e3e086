import { describe, expect, it } from 'vitest';
import { uniqueWord } from './nodes.ts';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

describe('an agreement', () => {
  it('once suspended withholds what is written later, and says so; resumed, it lets it go', async () => {
    const title = uniqueWord('Suspended');
    const japan = await stage.driver.visit(stage.nodes.jpn);
    const { page } = japan;
    const change = async (button: string, submit: string) => {
      await page.getByRole('button', { name: button }).click();
      const form = page.locator('.register-detail .confirm');
      await form.locator('textarea').fill('Review of safeguards');
      await form.locator('input').last().fill('USA');
      await form.getByRole('button', { name: submit, exact: true }).click();
      await page.getByText('What changed').waitFor();
    };
    const openCell = async () => {
      await japan.go('agreements');
      await page.locator('tr[data-party="USA"] td[data-type="information-protection"] button').first().click();
    };

    await openCell();
    await change('Suspend…', 'Suspend');
    await page.locator('tr[data-party="USA"] [data-state="suspended"]').waitFor();
    try {
      await japan.go('records');
      await japan.write({
        title,
        summary: 'While suspended.',
        label: { classification: 'CONFIDENTIAL', releasableTo: ['USA'] },
      });
      await japan.send(title);
      await japan.decision('USA').filter({ hasText: 'Withheld' }).waitFor();
      const why = await japan.whyFor('USA');
      await why
        .locator('[data-met="false"]')
        .filter({ hasText: /suspend/i })
        .first()
        .waitFor();
    } finally {
      await openCell();
      await change('Resume…', 'Resume');
    }
    await page.locator('tr[data-party="USA"] [data-state="suspended"]').waitFor({ state: 'detached' });
    await japan.go('records');
    await japan.open(title);
    await japan.decision('USA').filter({ hasText: 'Released' }).waitFor(PATIENCE);
  });

  it('stands in the matrix with its dates', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn);
    await japan.go('agreements');
    const cell = japan.page.locator('tr[data-party="AUS"] td[data-type="information-protection"]');
    await cell.filter({ hasText: '2013-03-22' }).waitFor();
  });
});

describe('the ledger of a partner', () => {
  it('proves an entry by arithmetic done in the browser', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn);
    await japan.write({
      title: uniqueWord('Ledger'),
      summary: 'An entry.',
      label: { classification: 'UNCLASSIFIED', releasableTo: 'public' },
    });
    await japan.page.click('.compose button[type="submit"]');
    await japan
      .decision('USA')
      .filter({ hasText: /ledger #/ })
      .waitFor(PATIENCE);
    await japan.go('ledgers');
    await japan.page.getByRole('tab', { name: /USA/ }).click();
    await japan.page.getByRole('button', { name: 'Verify here' }).click();
    await japan.page.locator('[data-verified="true"]').waitFor();
  });

  it('is not believed when the node sends another leaf', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn);
    await japan.page.route('**/api/v1/ledgers/*/proof*', async (route) => {
      const proof = (await (await route.fetch()).json()) as { leaf: string };
      await route.fulfill({
        json: { ...proof, leaf: proof.leaf.replace(/^./, (first) => (first === '0' ? '1' : '0')) },
      });
    });
    await japan.go('ledgers');
    await japan.page.getByRole('tab', { name: /USA/ }).click();
    await japan.page.getByRole('button', { name: 'Verify here' }).click();
    await japan.page.locator('[data-verified="false"]').waitFor();
    expect(await japan.page.getByText('Do not rely on this ledger').count()).toBe(1);
  });
});

describe('the audit', () => {
  it('shows what was stored and decided, and the checkpoint', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn);
    await japan.go('audit');
    await japan.page.locator('.audit-table').getByText('record stored').first().waitFor();
    await japan.page.locator('summary', { hasText: /^Checkpoint/ }).waitFor();
  });
});
