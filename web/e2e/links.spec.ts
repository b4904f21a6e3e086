import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { callNode, uniqueWord } from './nodes.ts';
import type { Screen } from './screen.ts';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

const stage = Stage.set();
afterEach(() => callNode(stage.nodes.jpn, 'POST', '/api/v1/links/USA/resume').catch(() => undefined));

async function pause(japan: Screen): Promise<void> {
  await japan.go('links');
  await japan.linkIn('USA', 'up').waitFor(PATIENCE);
  await japan.link('USA').getByRole('button', { name: 'Pause…' }).click();
  const form = japan.link('USA').locator('.confirm');
  await form.getByText('everything waits in the ledger until resumed').waitFor();
  await form.getByRole('button', { name: 'Pause the link to USA' }).click();
  await japan.linkIn('USA', 'paused').waitFor(PATIENCE);
}

function aReport(title: string): Promise<unknown> {
  return callNode(stage.nodes.jpn, 'POST', '/api/v1/records', {
    kind: 'situation-report',
    precedence: 'FLASH',
    label: 'UNCLASSIFIED//PUBLIC',
    body: { title, summary: 'Written while the link was paused.' },
  });
}

describe('a link', () => {
  it('once paused keeps what is written, says so to both, and lets it go when resumed', async () => {
    const title = uniqueWord('Paused');
    const japan = await stage.driver.visit(stage.nodes.jpn);
    const partner = await stage.driver.visit(stage.nodes.usa);
    // when Japan pauses the link and writes
    await pause(japan);
    await aReport(title);
    // then it waits in the urgent lane, live on the screen
    const urgent = japan.link('USA').locator('.lanes tbody tr').first();
    await urgent.filter({ hasText: /urgent\s*1/ }).waitFor(PATIENCE);
    await japan
      .link('USA')
      .locator('.state-line')
      .filter({ hasText: /^paused .* · 1 waiting$/ })
      .waitFor();
    expect(await partner.row(title).count()).toBe(0);
    await partner.go('links');
    await partner.link('JPN').and(partner.page.locator(':not([data-state="up"])')).waitFor(PATIENCE);
    // and when it is resumed, it goes
    await japan.link('USA').getByRole('button', { name: 'Resume…' }).click();
    await japan.link('USA').getByRole('button', { name: 'Resume the link to USA' }).click();
    await japan.linkIn('USA', 'up').waitFor(PATIENCE);
    await urgent.filter({ hasText: /urgent\s*0/ }).waitFor(PATIENCE);
    await partner.go('records');
    await partner.row(title).waitFor(PATIENCE);
  });

  it('is left alone when nobody confirms, and the keyboard does it all', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn);
    const { page } = japan;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Go to Links');
    await page.keyboard.press('Enter');
    await japan.linkIn('USA', 'up').waitFor(PATIENCE);
    const button = japan.link('USA').getByRole('button', { name: 'Pause…' });
    await button.focus();
    await page.keyboard.press('Enter');
    await japan.link('USA').locator('.confirm').waitFor();
    await page.keyboard.press('Escape');
    await japan.link('USA').locator('.confirm').waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await japan.linkIn('USA', 'up').count()).toBe(1);
  });

  it('tells how it is carried, in the language chosen', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn, { language: 'ja' });
    await japan.go('links');
    await japan.linkIn('USA', 'up').waitFor(PATIENCE);
    const text = await japan.link('USA').innerText();
    expect(text).toMatch(/接続中/);
    expect(text).toMatch(/TLS_\w+/);
    expect(text).toMatch(/ハイブリッド方式|従来方式/);
    await japan.link('USA').getByRole('button', { name: '一時停止…' }).click();
    await japan.link('USA').getByText('すべて台帳で待ちます').waitFor();
    await japan.page.getByRole('button', { name: 'EN' }).click();
    await japan.link('USA').getByRole('button', { name: 'Pause the link to USA' }).waitFor();
    expect(await japan.link('USA').locator('.link-figures').innerText()).not.toMatch(JAPANESE);
  });
});

describe('a fork', () => {
  it('is ended by a new epoch, with a reason, after its effect was read, in both languages', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn);
    const { page } = japan;
    const sent: unknown[] = [];
    await page.route('**/api/v1/node', async (route) => {
      const answer = await route.fetch();
      const node = (await answer.json()) as { links: { party: string }[] };
      const links = node.links.map((link) =>
        link.party === 'USA' ? { ...link, state: 'refused', forked: true, problem: 'two histories (fork)' } : link,
      );
      await route.fulfill({ response: answer, json: { ...node, links } });
    });
    await page.route('**/api/v1/ledgers/USA/epochs', async (route) => {
      sent.push(route.request().postDataJSON());
      await route.fulfill({ json: {} });
    });
    await page.reload();
    await japan.go('links');
    const panel = japan.link('USA');
    await panel.getByText('Two copies of one node were at work').waitFor(PATIENCE);
    await panel.getByRole('button', { name: 'New epoch…' }).click();
    await panel.getByText('What USA holds of our ledger counts from now on').waitFor();
    const open = panel.getByRole('button', { name: 'Open a new epoch with USA' });
    expect(await open.isDisabled()).toBe(true);
    await page.keyboard.type('The old machine was started again; it is off now.');
    await page.getByRole('button', { name: '日本語' }).first().click();
    await panel.getByText('失われるものはなく').waitFor();
    await panel.getByRole('button', { name: 'USA との新しい期を開く' }).click();
    await panel.locator('.confirm').waitFor({ state: 'detached' });
    expect(sent).toEqual([{ reason: 'The old machine was started again; it is off now.' }]);
  });
});

describe('a medium', () => {
  it('carries by hand what the link does not', async () => {
    const title = uniqueWord('By hand');
    const japan = await stage.driver.visit(stage.nodes.jpn);
    const partner = await stage.driver.visit(stage.nodes.usa);
    await pause(japan);
    await aReport(title);
    await japan.link('USA').getByRole('button', { name: 'Export medium…' }).click();
    const [download] = await Promise.all([
      japan.page.waitForEvent('download'),
      japan.link('USA').getByRole('button', { name: 'Save for-USA.renkei' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('for-USA.renkei');
    const buffer = await readFile(await download.path());

    await partner.go('links');
    const taken = partner.page.locator('.medium-import');
    const take = async () => {
      await taken
        .locator('input')
        .setInputFiles({ name: 'for-USA.renkei', mimeType: 'application/octet-stream', buffer });
      await taken.getByRole('button', { name: 'Import', exact: true }).click();
    };
    await take();
    await taken.getByText('Taken in: ').waitFor(PATIENCE);
    await taken.getByText(/^JPN\//).waitFor();
    await take();
    await taken.getByText('Everything in it was already here').waitFor(PATIENCE);
    await partner.go('records');
    await partner.row(title).waitFor(PATIENCE);
  });

  it('is refused in the words of the node when it is none', async () => {
    const japan = await stage.driver.visit(stage.nodes.jpn, { language: 'ja' });
    await japan.go('links');
    const taken = japan.page.locator('.medium-import');
    const buffer = Buffer.from('no medium');
    await taken.locator('input').setInputFiles({ name: 'holiday.jpg', mimeType: 'image/jpeg', buffer });
    await taken.getByRole('button', { name: '取り込む' }).click();
    const alert = taken.getByRole('alert');
    await alert.waitFor(PATIENCE);
    expect(await alert.innerText()).toMatch(/何も取り込んでいません/);
  });
});

describe('the ledger of a partner', () => {
  const open = async (japan: Screen) => {
    await japan.go('ledgers');
    await japan.page.getByRole('tab', { name: /USA/ }).click();
  };

  it.each([
    ['en', 'Verify now', 'Verified in this browser'],
    ['ja', '今すぐ検証', 'このブラウザーで検証しました'],
  ] as const)('is verified as a whole (%s)', async (language, button, words) => {
    await aReport(uniqueWord('Verify'));
    const japan = await stage.driver.visit(stage.nodes.jpn, { language });
    await open(japan);
    await japan.page.getByRole('button', { name: button }).click();
    await japan.page.locator('[data-ledger-holds="true"]').getByText(words).waitFor(PATIENCE);
    await japan.page.locator('[data-check="entry"][data-verdict="holds"]').first().waitFor();
    expect(await japan.page.locator('[data-verdict="fails"]').count()).toBe(0);
  });

  it('fails loudly when the node changes one proof', async () => {
    await aReport(uniqueWord('Tampered'));
    const japan = await stage.driver.visit(stage.nodes.jpn);
    await japan.page.route('**/api/v1/ledgers/*/proof?position=1', async (route) => {
      const proof = (await (await route.fetch()).json()) as { leaf: string };
      const leaf = proof.leaf.replace(/^./, (first) => (first === '0' ? '1' : '0'));
      await route.fulfill({ json: { ...proof, leaf } });
    });
    await open(japan);
    await japan.page.getByRole('button', { name: 'Verify now' }).click();
    await japan.page.getByRole('alert').filter({ hasText: 'VERIFICATION FAILED' }).waitFor(PATIENCE);
    expect(await japan.page.locator('[data-check="entry"][data-verdict="fails"]').count()).toBe(1);
  });
});

describe('the end of a release', () => {
  it('is entered in the form and stands on the record', async () => {
    const title = uniqueWord('Until');
    const japan = await stage.driver.visit(stage.nodes.jpn);
    await japan.write({
      title,
      summary: 'For one day.',
      label: { classification: 'UNCLASSIFIED', releasableTo: 'public' },
    });
    const ends = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16).replace('T', ' ');
    await japan.page.fill('[name="release-until"]', ends);
    await japan.send(title);
    await japan.panel.locator('[data-fact="until"]').filter({ hasText: ends }).waitFor();
  });
});
