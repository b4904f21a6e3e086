import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { callNode, uniqueWord } from './nodes.ts';
import { come, invite } from './people.ts';
import type { Screen } from './screen.ts';
import { Stage } from './stage.ts';
import { PATIENCE } from './patience.ts';

const stage = Stage.set();

const find = async (screen: Screen, word: string) => {
  await screen.page.locator('.record-list input[type="search"]').fill(word);
  await screen.page.locator('.record-row').filter({ hasText: word }).first().waitFor(PATIENCE);
};
const write = async (draft: unknown) =>
  ((await callNode(stage.nodes.jpn, 'POST', '/api/v1/records', draft)) as { id: string }).id;

async function upload(content: Buffer, name: string): Promise<unknown> {
  const { url, token } = stage.nodes.jpn;
  const response = await fetch(`${url}/api/v1/attachments?name=${name}&type=text/csv`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(content),
  });
  expect(response.status).toBe(201);
  return response.json();
}

// A fake node knows nobody but its token.
describe.skipIf(!process.env['RENKEI_E2E'])('an officer and a liaison side by side at one node', () => {
  it('see what each may see, and no byte of the rest reaches the liaison', async () => {
    const word = uniqueWord('Beside');
    const secrets = {
      title: uniqueWord('Withheld'),
      words: uniqueWord('summary'),
      portion: uniqueWord('runway'),
      file: `${uniqueWord('list')}.csv`,
    };
    const content = Buffer.from(secrets.words.repeat(100));
    const attachment = await upload(content, secrets.file);
    // given one record for Japan alone, and one for three nations with a portion for Japan alone
    const withheld = await write({
      kind: 'situation-report',
      label: 'SECRET//EXERCISE',
      body: { title: `${word} ${secrets.title}`, summary: secrets.words, attachments: [attachment] },
    });
    const shared = await write({
      kind: 'situation-report',
      label: 'UNCLASSIFIED//REL TO AUS, JPN, USA//EXERCISE',
      references: [withheld],
      portions: [{ at: '/remarks', label: 'SECRET//EXERCISE' }],
      body: { title: `${word} shared`, summary: 'For all.', remarks: secrets.portion },
    });
    // when both look at it
    const officer = await come(stage, await invite(stage, uniqueWord('officer'), ['watch-officer']));
    const liaison = await come(stage, await invite(stage, uniqueWord('liaison'), ['liaison'], 'USA'));
    const answers: Promise<string>[] = [];
    liaison.screen.page.on('response', (response) => {
      if (response.url().includes('/api/v1/records')) {
        answers.push(response.text().catch(() => ''));
      }
    });
    for (const { screen } of [officer, liaison]) {
      await screen.go('records');
      await find(screen, word);
    }
    const rows = (screen: Screen) => expect.poll(() => screen.page.locator('.record-row').count(), PATIENCE);
    await rows(officer.screen).toBe(2);
    await rows(liaison.screen).toBe(1);
    expect(await officer.screen.row(secrets.title).count()).toBe(1);
    await officer.screen.open(`${word} shared`);
    await officer.screen.panel.getByText(secrets.portion).waitFor(PATIENCE);
    await officer.screen.decision('AUS').first().waitFor(PATIENCE);
    await liaison.screen.open(`${word} shared`);
    expect(await liaison.screen.panel.locator('.decision').count()).toBe(0);
    expect(await liaison.screen.panel.getByRole('button', { name: 'Revise' }).count()).toBe(0);
    // and while both listen, something else is written that is not for the liaison
    const later = await write({ kind: 'note', label: 'SECRET//EXERCISE', body: { title: uniqueWord('Later') } });
    const told = await write({
      kind: 'situation-report',
      label: 'UNCLASSIFIED//REL TO AUS, JPN, USA//EXERCISE',
      body: { title: `${word} told`, summary: 'New.' },
    });
    await liaison.screen.row(`${word} told`).waitFor(PATIENCE);
    // and the liaison asks for what is not shown, by its id, its words and its file
    const hash = createHash('sha256').update(content).digest('hex');
    const answered = await liaison.screen.page.evaluate(
      (paths) =>
        Promise.all(
          paths.map(async (path) => {
            const response = await fetch(path);
            await response.text();
            return response.status;
          }),
        ),
      [`/api/v1/records/${withheld}`, `/api/v1/records/${withheld}/release`, `/api/v1/attachments/${hash}`],
    );
    expect(answered).toEqual([404, 404, 404]);
    // then every screen that is open to the liaison works
    const screens = await liaison.screen.page
      .locator('.rail [data-screen]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-screen') ?? ''));
    expect(screens).toEqual(expect.arrayContaining(['picture', 'records', 'agreements', 'account']));
    expect(screens).not.toContain('links');
    for (const screen of screens) {
      await liaison.screen.go(screen);
      await liaison.screen.page.locator('main > *').first().waitFor(PATIENCE);
      expect(await liaison.screen.page.locator('.failure').count(), screen).toBe(0);
    }
    await liaison.screen.page.getByText('Seen as: USA liaison, SECRET').waitFor();
    // and nothing of the rest has come
    const received = await liaison.screen.everythingReceived();
    expect(received).toContain(told);
    // What the liaison asked for by name comes back as the name of what is not here, so it is not looked for there.
    const given = received
      .split('\n')
      .filter((line) => !line.includes('urn:renkei:problem:not-found'))
      .join('\n');
    for (const secret of [withheld, later, secrets.title, secrets.words, secrets.portion, secrets.file, hash]) {
      expect(given.includes(secret), secret).toBe(false);
    }
    const ofShared = (await Promise.all(answers))
      .flatMap((text) => [...text.matchAll(/\{"id":"([^"]+)".*?"body":\{[^}]*\}\}/g)])
      .filter(([, id]) => id === shared);
    expect(ofShared.length).toBeGreaterThan(0);
    for (const [text] of ofShared) {
      expect(text).not.toContain('AUS');
    }
    // Before they sign in, nobody knows them; and the liaison asked for what is not there.
    const odd = ({ complaints }: Screen) => complaints.filter((line) => !/status of (401|404)/.test(line));
    expect([...odd(liaison.screen), ...odd(officer.screen)]).toEqual([]);
  });

  it('say in Japanese whose eyes they are', async () => {
    const { screen } = await come(stage, await invite(stage, uniqueWord('renraku'), ['liaison'], 'USA'), 'ja');
    await screen.page.getByText('閲覧資格：USA 連絡官').waitFor(PATIENCE);
  });
});
