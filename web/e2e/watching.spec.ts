import { expect, it } from 'vitest';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

it('shows what is watched for, takes a plan in the units of the bridge, and says where it is wrong', async () => {
  // given the screen as it comes
  const japan = await stage.driver.visit(stage.nodes.jpn);
  await japan.go('watching');
  const { page } = japan;
  await page.locator('tr[data-kind="gap"]').filter({ hasText: 'Silence' }).waitFor(PATIENCE);
  const silence = page.locator('tr[data-rule="gap"]');
  await silence.filter({ hasText: /Silent for \d+ min/ }).waitFor();
  // when an area is added whose second line is no position
  await page.getByRole('button', { name: 'Change the plan' }).click();
  await page.locator('input[name="gap-silence"]').fill('45');
  await page.getByRole('button', { name: 'Add an area' }).click();
  await page.locator('input[name="area-id"]').last().fill('kanmon');
  await page.locator('input[name="area-en"]').last().fill('Kanmon Strait');
  await page.locator('input[name="area-ja"]').last().fill('関門海峡');
  const corners = page.locator('textarea[name="area-corners"]').last();
  await corners.fill('33.9N 130.9E\nhere\n34.0N 131.0E');
  // then the line is named and nothing can be saved
  await page.getByText('Line 2 is no position').waitFor();
  expect(await page.getByRole('button', { name: 'Watch by this plan' }).isDisabled()).toBe(true);
  // when it is put right
  await corners.fill('33.9N 130.9E\n33.9N 131.0E\n34.0N 131.0E');
  await page.getByRole('button', { name: 'Watch by this plan' }).click();
  // then it holds, with who changed it, in both languages
  await silence.filter({ hasText: 'Silent for 45 min' }).waitFor(PATIENCE);
  await page.locator('li[data-area="kanmon"]').filter({ hasText: 'Kanmon Strait' }).waitFor();
  await page.getByText(/^Plan \d+, .* by /).waitFor();
  await page.getByRole('button', { name: '日本語' }).click();
  await page.locator('li[data-area="kanmon"]').filter({ hasText: '関門海峡' }).waitFor();
  await page.locator('tr[data-kind="gap"]').filter({ hasText: '受信途絶' }).waitFor();
});
