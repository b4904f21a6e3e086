import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeCard } from '../src/testing/fake-node/fake-cards.ts';
import { SetupServer } from './setup-server.ts';
import { shoot } from './shot.ts';
import { Stage } from './stage.ts';

const stage = Stage.set();
const PARTNER = fakeCard('USA/yokota', 'key 1');

describe('the setup of a node', () => {
  let server: SetupServer;
  beforeEach(async () => {
    server = await SetupServer.start();
  });
  afterEach(() => server.close());

  it('asks step by step, shows the words of the card, takes a partner when its words were compared, and writes', async () => {
    const { page, complaints } = await opened('en');
    await page.getByText('1 of 5').waitFor();
    await page.getByLabel('Nation and site').fill('jpn-ichigaya');
    await page.getByRole('button', { name: 'Next' }).click();
    // then the node says what is wrong, and what was typed is still there
    await page.getByRole('alert').getByText('a slash').waitFor();
    expect(await page.getByLabel('Nation and site').inputValue()).toBe('jpn-ichigaya');
    await shoot(page, 'setup-node-en');
    await page.getByLabel('Nation and site').fill('JPN/ichigaya');
    await page.getByLabel('Name in Japanese').fill('市ヶ谷');
    await next('2 of 5');
    await next('3 of 5');
    expect(await page.getByLabel('Port for people').inputValue()).toBe('8081');
    await next('4 of 5');
    expect(await page.locator('.words span').allInnerTexts()).toEqual(fakeCard('JPN/ichigaya', 'key 1').words.en);
    await shoot(page, 'setup-keys-en');
    await next('5 of 5');
    await page.getByLabel('or its text').fill('no card');
    await page.getByRole('button', { name: 'Read the card' }).click();
    await page.getByRole('alert').getByText('no node card').waitFor();
    await page.getByLabel('or its text').fill(PARTNER.text);
    await page.getByRole('button', { name: 'Read the card' }).click();
    await page.getByText('USA/yokota').waitFor();
    expect(await page.locator('.words span').allInnerTexts()).toEqual(PARTNER.words.en);
    expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
    await page.getByLabel('All sixteen words were the same.').check();
    await page.getByLabel('Highest classification').selectOption('SECRET');
    await next('All is answered');
    await page.getByRole('button', { name: 'Write the settings' }).click();
    await page.getByText('/srv/renkei/node.yaml').waitFor();
    expect(server.written).toBe(true);
    expect(server.answers).toMatchObject({
      node: 'JPN/ichigaya',
      nameJa: '市ヶ谷',
      fingerprint: PARTNER.fingerprint,
      clearance: 'SECRET',
    });
    // one answer was refused on purpose, and a card; nothing else is complained about
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);

    async function next(title: string) {
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByText(title).waitFor();
    }
  });

  it('asks in Japanese, changes the language in the middle, and goes on without a partner', async () => {
    const { page } = await opened('ja');
    await page.getByText('1/5').waitFor();
    await page.getByLabel('国と拠点').fill('JPN/ichigaya');
    await shoot(page, 'setup-node-ja');
    for (const title of ['2/5', '3/5', '4/5']) {
      await page.getByRole('button', { name: '次へ' }).click();
      await page.getByText(title).waitFor();
    }
    expect(await page.locator('.words span').allInnerTexts()).toEqual(fakeCard('JPN/ichigaya', 'key 1').words.ja);
    await shoot(page, 'setup-keys-ja');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('4 of 5').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: '日本語' }).click();
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByRole('button', { name: '相手なしで進む' }).click();
    await page.getByText('すべて回答済みです').waitFor();
    expect(server.written).toBe(false);
  });

  it('asks for the clearance of a site of the own nation in its words', async () => {
    const { page } = await opened('ja');
    await page.getByLabel('国と拠点').fill('JPN/ichigaya');
    for (const title of ['2/5', '3/5', '4/5', '5/5']) {
      await page.getByRole('button', { name: '次へ' }).click();
      await page.getByText(title).waitFor();
    }
    await page.locator('#card').fill(fakeCard('JPN/kumamoto-jcp', 'key 1').text);
    await page.getByRole('button', { name: 'カードを読み取る' }).click();
    await page.getByText('自国の拠点です').waitFor();
    await page.getByLabel('拠点の取扱資格').selectOption('CONFIDENTIAL');
    expect(await page.getByLabel('相手に渡してよい最高の秘密区分').count()).toBe(0);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('This is a site of your own nation').waitFor();
    await page.getByLabel('Clearance of the site').waitFor();
  });

  it('opens once', async () => {
    await opened('en');
    const { page } = await opened('en', false);
    await page.getByText('This link was opened before').waitFor();
  });

  async function opened(language: 'ja' | 'en', ready = true) {
    const screen = await stage.driver.visit({ url: 'about:blank#', token: '' }, { language, come: 'without' });
    await screen.page.goto(server.url);
    if (ready) {
      await screen.page.locator('form').waitFor();
    }
    return screen;
  }
});
