import { expect, it } from 'vitest';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

const YAML = `from: 2020-04-01
many: 40
manyHours: 6
rules:
  - { id: look-twice, act: review, cause: many, hours: 8 }
`;

it('reads a policy from YAML into the form, and says of every mistake in which line it is', async ({ skip }) => {
  if (stage.nodes.fake === null) {
    skip('a real node keeps its policy');
  }
  // given the form for a new policy
  const { page, complaints } = await stage.driver.visit(stage.nodes.jpn);
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.click('[data-tab="policy"]');
  await page.getByRole('button', { name: 'Draft a new policy' }).click(PATIENCE);
  await page.getByText('Read YAML…').click();
  // when YAML with a mistake is read
  const text = page.getByLabel('Policy as YAML');
  await text.fill(YAML.replace('many: 40', 'lots: 40'));
  await page.getByRole('button', { name: 'Fill the form' }).click();
  // then the line is named, and the form is as it was
  await page.locator('.yaml-mistakes [data-at="/yaml/2"]').filter({ hasText: 'line 2: there is no field' }).waitFor();
  expect(await page.locator('.rule-editor').count()).toBe(0);
  // when it is mended, here from a file
  await page
    .locator('input[name="yamlFile"]')
    .setInputFiles({ name: 'policy.yaml', mimeType: 'application/yaml', buffer: Buffer.from(YAML) });
  await page.getByRole('button', { name: 'Fill the form' }).click();
  // then the form says what it says, from today on, and goes the way of every proposal
  await page.getByText('The form says now what the YAML says.').waitFor();
  expect(await page.locator('input[name="many"]').inputValue()).toBe('40');
  expect(await page.locator('input[name="manyHours"]').inputValue()).toBe('6');
  expect(await page.locator('.rule-editor [name="id"]').inputValue()).toBe('look-twice');
  const editor = page.locator('.policy-editor');
  await editor.getByText('more than 40 records by one author within 6 h').first().waitFor();
  expect(await editor.locator('.date-input').inputValue()).toBe(new Date().toISOString().slice(0, 10));
  expect(await editor.getByRole('button', { name: 'Propose', exact: true }).isDisabled()).toBe(true);
  await editor.locator('textarea[name="reason"]').fill('As agreed.');
  await editor.getByRole('button', { name: 'Check the effect' }).click();
  await editor.locator('.checked[data-stale="false"]').waitFor(PATIENCE);
  await editor.getByRole('button', { name: 'Propose', exact: true }).click();
  await page.locator('[data-policy="proposed"]').getByText('within 6 h').first().waitFor(PATIENCE);
  await page.getByRole('button', { name: '日本語' }).click();
  await page.locator('[data-policy="proposed"]').getByText('6 時間以内に 40 件を超える').first().waitFor();
  // Chromium tells of the refusal by itself.
  expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
});
