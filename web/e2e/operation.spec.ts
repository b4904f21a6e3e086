import { describe, expect, it } from 'vitest';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

describe('the screen Operation', () => {
  it('says how the node stands and what to do, runs a job, and lists a bundle before it is made', async () => {
    const { page } = await opened('operation');
    await page.getByText('Nothing is critical.').waitFor(PATIENCE);
    await page.locator('tr[data-level="caution"]').filter({ hasText: 'Set renkei.backup.folder' }).waitFor();
    // when a job is run by hand
    const job = page.locator('tr').filter({ hasText: 'Uploads that nobody used' });
    await job.getByRole('button', { name: /^Run now/ }).click();
    // then it shows that it ran
    await job.filter({ hasText: 'went well' }).waitFor(PATIENCE);
    await page.getByText('What is inside').click();
    await page.getByText('log.txt').waitFor();
    // and it says all of it in Japanese as well
    await page.getByRole('button', { name: '日本語' }).click();
    await page.getByText('重大な異常はありません。').waitFor();
    await page.locator('tr').filter({ hasText: 'データベース' }).first().waitFor();
  });
});

describe('the public view', () => {
  it('says what would be public, is opened by name with a reason, and says who opened it', async ({ skip }) => {
    if (stage.nodes.fake === null) {
      skip('real nodes count what they hold');
    }
    const { page } = await opened('operation');
    const panel = page.getByRole('region', { name: 'Public view' });
    await panel.getByText('Closed: nobody sees anything').waitFor(PATIENCE);
    await panel
      .locator('tr')
      .filter({ hasText: /Shelters with headcount\s*35/ })
      .waitFor();
    // when the administrator opens it, by the name of the node
    await panel.getByRole('button', { name: 'Open the public view …' }).click();
    await panel.getByText('sees 50 entries without signing in').waitFor();
    const open = panel.getByRole('button', { name: 'Open the public view', exact: true });
    await panel.getByLabel('Reason').fill('Earthquake');
    await panel.getByLabel(/^Type/).fill('JPN/wrong');
    expect(await open.isEnabled()).toBe(false);
    await panel.getByLabel(/^Type/).fill('JPN/fake');
    await open.click();
    // then it says since when, by whom and why, and leads to the page
    await panel.getByText(/^OPEN since .*Reason: Earthquake/).waitFor();
    expect(await panel.getByRole('link', { name: 'Look at the page' }).getAttribute('href')).toBe('/public/en');
    // and all of it in Japanese, closing included
    await page.getByRole('button', { name: '日本語' }).click();
    const shown = page.getByRole('region', { name: '公開画面' });
    await shown.getByRole('button', { name: '停止する…' }).click();
    await shown.getByLabel('理由').fill('収束');
    await shown.getByLabel(/JPN\/fake/).fill('JPN/fake');
    await shown.getByRole('button', { name: '公開画面を停止する' }).click();
    await shown.getByText('停止中：').waitFor();
  });
});

describe('the screen Audit', () => {
  it('says who cosigned the log and how far behind each is', async () => {
    const { page } = await opened('audit');
    const panel = page.getByRole('region', { name: 'Cosigned by partners' });
    await panel
      .locator('tr')
      .filter({ hasText: /USA.*cosigned.*entries.*since/ })
      .waitFor(PATIENCE);
  });
});

async function opened(screen: string) {
  const japan = await stage.driver.visit(stage.nodes.jpn);
  await japan.go(screen);
  return { page: japan.page };
}
