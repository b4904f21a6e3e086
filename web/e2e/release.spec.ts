import { describe, expect, it } from 'vitest';
import { uniqueWord } from './nodes.ts';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

describe('a record with a portion that is not for everybody', () => {
  it('reaches the partner live and redacted, and the secret words reach it nowhere', async () => {
    const title = uniqueWord('Runway');
    const secret = uniqueWord('guardpost');
    // given a partner looking at the list
    const japan = await stage.driver.visit(stage.nodes.jpn);
    const partner = await stage.driver.visit(stage.nodes.usa);
    // when Japan writes a report whose remarks stay at home
    await japan.write({
      title,
      summary: 'Rotary wing may use the east apron.',
      remarks: secret,
      precedence: 'PRIORITY',
      label: { classification: 'CONFIDENTIAL', releasableTo: ['JPN', 'USA'] },
      remarksLabel: { classification: 'SECRET', releasableTo: ['JPN'] },
    });
    await japan.send(title);
    // then the partner sees it without asking, knows that something is missing, and has nothing of it
    await partner.row(title).waitFor(PATIENCE);
    await partner.open(title);
    await partner.panel.getByText('The origin left something out').waitFor();
    await partner.panel.getByText('Rotary wing may use the east apron.').waitFor();
    const received = await partner.everythingReceived();
    expect(received).toMatch(/"change":\s*"received"/);
    expect(received).not.toContain(secret);
    expect(await japan.everythingReceived()).toContain(secret);
    // and Japan sees the decision, the removed portion and the confirmation
    await japan.decision('USA').filter({ hasText: 'Redacted' }).waitFor();
    await japan.decision('USA').filter({ hasText: 'Remarks' }).waitFor();
    await japan
      .decision('USA')
      .filter({ hasText: /· confirmed \d/ })
      .waitFor(PATIENCE);
    await japan.panel.getByText(secret).waitFor();
  });

  it('disappears from the partner when it is recalled by name', async () => {
    const title = uniqueWord('Recalled');
    const japan = await stage.driver.visit(stage.nodes.jpn);
    const partner = await stage.driver.visit(stage.nodes.usa);
    await japan.write({
      title,
      summary: 'Short lived.',
      label: { classification: 'CONFIDENTIAL', releasableTo: ['USA'] },
    });
    await japan.send(title);
    await partner.row(title).waitFor(PATIENCE);
    await partner.open(title);
    await japan
      .decision('USA')
      .filter({ hasText: /ledger #/ })
      .waitFor(PATIENCE);

    await japan.panel.getByRole('button', { name: 'Recall…' }).click();
    const form = japan.panel.locator('.confirm');
    await form.getByText('Recalls this record from USA.').waitFor();
    await form.locator('textarea').fill('Wrong place');
    expect(await form.locator('button[type="submit"]').isDisabled()).toBe(true);
    await form.locator('input').fill('USA');
    await form.locator('button[type="submit"]').click();

    await japan.panel.getByText('The origin took this record back').waitFor();
    await partner.panel.getByText('The origin took this record back').waitFor(PATIENCE);
    await partner.row(title).waitFor({ state: 'detached', ...PATIENCE });
  });
});

describe('before sending', () => {
  it('each party has its decision, its reasons and the exact form it would get', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn);
    await japan.write({
      title: uniqueWord('Preview'),
      summary: 'Seen by those who may.',
      remarks: 'Only at home.',
      label: { classification: 'CONFIDENTIAL', releasableTo: ['JPN', 'USA'] },
      remarksLabel: { classification: 'SECRET', releasableTo: ['JPN'] },
    });
    await japan.decision('USA').filter({ hasText: 'Redacted' }).waitFor();
    await japan.decision('AUS').filter({ hasText: 'Withheld' }).waitFor();
    const why = await japan.whyFor('AUS');
    await why.locator('[data-met="false"]').filter({ hasText: 'AUS' }).first().waitFor();
    await (await japan.whyFor('USA')).locator('[data-met="true"]').first().waitFor();

    await japan.decision('USA').locator('.preview-form summary').click();
    const form = japan.decision('USA').locator('.preview-form');
    await form.getByText('Seen by those who may.').waitFor();
    expect(await form.getByText('Only at home.').count()).toBe(0);
    expect(await japan.banner.textContent()).toContain('SECRET');
  });

  it('a draft stays in the tab and nowhere else', async () => {
    const word = uniqueWord('draft');
    const japan = await stage.driver.visit(stage.nodes.jpn);
    await japan.write({
      title: word,
      summary: 'Not sent.',
      label: { classification: 'SECRET', releasableTo: 'nobody' },
    });
    const kept = await japan.page.evaluate(() => [
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify({ ...localStorage }),
    ]);
    expect(kept[0]).toContain(word);
    expect(kept[1]).not.toContain(word);
    await japan.page.reload();
    expect(await japan.page.locator('.compose [name="title"]').inputValue()).toBe(word);
  });
});

describe('refused input', () => {
  it('is named at its field, and nothing is stored', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn);
    await japan.write({
      title: '',
      summary: 'No title.',
      label: { classification: 'UNCLASSIFIED', releasableTo: 'public' },
    });
    await japan.page.click('.compose button[type="submit"]');
    await japan.page.locator('[data-field="title"] .field-error').waitFor();
    expect(await japan.page.locator('.compose [name="title"]').getAttribute('aria-invalid')).toBe('true');
    await japan.page.getByText('Nothing was stored').waitFor();
  });
});
