import { expect, it } from 'vitest';
import { callNode, uniqueWord } from './nodes.ts';
import { PATIENCE } from './patience.ts';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();

it('keeps what nations call things, and says it wherever a term is read', async () => {
  const word = uniqueWord('Quaysideterm');
  const japan = await stage.driver.visit(stage.nodes.jpn);
  const { page } = japan;
  // given a term, and a record that says it
  const write = (body: object) => callNode(stage.nodes.jpn, 'POST', '/api/v1/records', body);
  const label = 'UNCLASSIFIED//REL TO JPN, USA';
  const term = { title: { en: word, ja: `${word}用語` }, definition: { en: 'Beside the ship.', ja: '船の横。' } };
  await write({ kind: 'term', label, body: term });
  const body = { title: `Report ${word}`, summary: `The cargo stands at the ${word.toLowerCase()}s.` };
  const report = (await write({ kind: 'situation-report', label, body })) as { id: string };
  // when the glossary is opened
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.getByRole('heading', { name: 'Glossary' }).waitFor(PATIENCE);
  const entry = page.locator(`[data-entry="${word}"]`);
  await entry.waitFor(PATIENCE);
  await entry.locator('summary').click();
  await entry.getByText('Beside the ship.').waitFor(PATIENCE);
  await shoot(page, 'glossary-en');
  // then a new term begins as a record of its kind
  await page.getByRole('button', { name: 'New term' }).click();
  await expect.poll(() => page.locator('.panel select').first().inputValue(), PATIENCE).toBe('term');
  // and the record says in its text what the term is
  await page.evaluate((id) => (location.hash = `#/records?record=${id}`), report.id);
  const inText = page.locator('.panel .term').first();
  await inText.waitFor(PATIENCE);
  expect((await inText.innerText()).toLowerCase()).toBe(`${word.toLowerCase()}s`);
  await inText.press('Enter');
  const gloss = page.locator('.panel .term-gloss');
  await gloss.getByText(`${word}用語`).waitFor(PATIENCE);
  await shoot(page, 'glossary-in-text-en');
  await page.getByRole('button', { name: '日本語' }).click();
  await gloss.getByText('船の横。').waitFor(PATIENCE);
  await shoot(page, 'glossary-in-text-ja');
  expect(japan.complaints).toEqual([]);
});
