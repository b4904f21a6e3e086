import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callNode } from './nodes.ts';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();

async function atTheLog(): Promise<Page> {
  for (const title of ['Bridge closed', 'Bridge open']) {
    await callNode(stage.nodes.jpn, 'POST', '/api/v1/records', {
      kind: 'situation-report',
      label: 'UNCLASSIFIED//REL TO USA',
      body: { title, summary: 'Of the day.' },
    });
  }
  const japan = await stage.driver.visit(stage.nodes.jpn);
  await japan.go('audit');
  return japan.page;
}

/** Has the node answer something else than it would. */
async function falsify(page: Page, path: string, change: (answer: Record<string, unknown>) => void): Promise<void> {
  await page.route(`**/api/v1/audit/${path}*`, async (route) => {
    const answered = await route.fetch();
    const answer = (await answered.json()) as Record<string, unknown>;
    change(answer);
    await route.fulfill({ response: answered, body: JSON.stringify(answer) });
  });
}

describe.skipIf(!!process.env['RENKEI_E2E'])('proofs on the screen Audit', () => {
  it('are computed in the browser, and an entry that was changed is named', async () => {
    const page = await atTheLog();
    await page.locator('tr[data-position] button').first().click();
    const detail = page.locator('.entry-proof').first();
    await detail.getByRole('button', { name: 'Prove this entry' }).click();
    await detail.locator('[data-proof="true"]').waitFor();
    await shoot(page, 'audit-proof-en');
    // when the node shows another actor than the leaf was made of
    await falsify(page, 'proof', (answer) => (answer['actor'] = 'somebody else'));
    await detail.getByRole('button', { name: 'Prove this entry' }).click();
    await detail.getByText('NOT PROVEN').waitFor();
    expect(await detail.locator('[data-proof="false"]').getAttribute('role')).toBe('alert');
    await shoot(page, 'audit-proof-wrong-en');
  });

  it('show that the log begins with what an older checkpoint sealed, or that it does not', async () => {
    const page = await atTheLog();
    await page.getByText('Checkpoint · Root').click();
    const check = page.getByRole('region', { name: 'Older checkpoint' });
    await check.getByRole('button', { name: 'Prove that nothing before was changed' }).click();
    await check.locator('[data-consistent="true"]').waitFor();
    // when the older checkpoint is of another log
    await falsify(page, 'consistency', (answer) => {
      const first = answer['first'] as { text: string };
      const [name, size] = first.text.split('\n');
      first.text = `${name}\n${size}\n${Buffer.alloc(32, 7).toString('base64')}\n\n`;
    });
    await page.getByRole('button', { name: '日本語' }).click();
    const shown = page.getByRole('region', { name: '以前の検証点' });
    await shown.getByRole('button', { name: '以前の内容が変わっていないことを証明' }).click();
    await shown.getByText('一致しません。').waitFor();
  });
});
