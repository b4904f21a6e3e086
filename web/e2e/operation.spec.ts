import { describe, it } from 'vitest';
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
