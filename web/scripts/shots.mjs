// Screenshots of the client against the fake nodes, in both languages and at both widths, into shots/.
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const out = new URL('../shots/', import.meta.url).pathname;
await mkdir(out, { recursive: true });
const base = process.env.URL_JPN ?? 'http://127.0.0.1:8081';
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--disable-background-networking',
  ],
});

async function shot(
  name,
  { language = 'ja', theme = 'night', width = 1440, height = 900, hash = '#/picture', then } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === 'ja' ? 'ja-JP' : 'en-US',
  });
  await context.addInitScript(
    ([l, t]) => {
      localStorage.setItem('renkei.language', l);
      localStorage.setItem('renkei.theme', t);
      sessionStorage.setItem('renkei.token', 'token-jpn');
    },
    [language, theme],
  );
  const page = await context.newPage();
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && console.log(name, m.type(), m.text()));
  page.on('pageerror', (e) => console.log(name, 'PAGEERROR', e.message));
  await page.goto(`${base}/${hash}`);
  await page.waitForTimeout(Number(process.env.WAIT ?? 3000));
  if (then) await then(page);
  await page.screenshot({ path: `${out}${name}.png` });
  await context.close();
}
const only = process.argv.slice(2);
const api = (path) => fetch(base + path, { headers: { Authorization: 'Bearer token-jpn' } }).then((r) => r.json());
const { records } = await api('/api/v1/records');
const airport = records.find((r) => JSON.stringify(r.body).includes('runway closed'));
const unknown = records.find((r) => r.kind === 'vessel-track-note');
const all = {
  'picture-ja': () =>
    shot('picture-ja', {
      hash: `#/picture?record=${airport.id}`,
      then: async (p) => {
        await p.click('[data-party="AUS"] .decision-head');
        await p.waitForTimeout(300);
      },
    }),
  'picture-en': () =>
    shot('picture-en', {
      language: 'en',
      hash: `#/picture?record=${airport.id}`,
      then: async (p) => {
        await p.click('[data-party="PHL"] .decision-head');
        await p.waitForTimeout(300);
      },
    }),
  'unknown-en': () => shot('unknown-en', { language: 'en', hash: `#/picture?record=${unknown.id}` }),
  'compose-ja': () =>
    shot('compose-ja', {
      hash: `#/picture?compose=${airport.id}`,
      then: async (p) => {
        await p.waitForTimeout(800);
      },
    }),
  'compose-low-ja': () =>
    shot('compose-low-ja', {
      hash: `#/picture?compose=${airport.id}`,
      then: async (p) => {
        await p.locator('.preview').scrollIntoViewIfNeeded();
        await p.waitForTimeout(800);
        await p.evaluate(() => document.querySelector('.panel').scrollTo(0, 99999));
        await p.waitForTimeout(300);
      },
    }),
  'records-en': () => shot('records-en', { language: 'en', hash: '#/records' }),
  'agreements-ja': () =>
    shot('agreements-ja', {
      hash: '#/agreements/jpn-aus-information-protection',
      then: async (p) => {
        await p.click('text=停止…');
      },
    }),
  'audit-en': () => shot('audit-en', { language: 'en', hash: '#/audit' }),
  'ledgers-ja': () =>
    shot('ledgers-ja', {
      hash: '#/ledgers/USA',
      then: async (p) => {
        await p.click('text=ここで検証');
        await p.waitForTimeout(500);
      },
    }),
  'day-en': () => shot('day-en', { language: 'en', theme: 'day', hash: `#/picture?record=${airport.id}` }),
  'red-ja': () => shot('red-ja', { theme: 'red', hash: `#/picture?record=${airport.id}` }),
  'phone-ja': () => shot('phone-ja', { width: 390, height: 844 }),
  'phone-map-en': () =>
    shot('phone-map-en', {
      language: 'en',
      width: 390,
      height: 844,
      then: async (p) => {
        await p.click('[role=tab]:nth-child(2)');
        await p.waitForTimeout(2500);
      },
    }),
  'phone-record-ja': () => shot('phone-record-ja', { width: 390, height: 844, hash: `#/picture?record=${airport.id}` }),
  'palette-en': () =>
    shot('palette-en', {
      language: 'en',
      then: async (p) => {
        await p.keyboard.press('Control+k');
        await p.keyboard.type('kum');
        await p.waitForTimeout(600);
      },
    }),
  'links-ja': () =>
    shot('links-ja', {
      then: async (p) => {
        await p.click('[data-party="PHL"].link-chip');
        await p.waitForTimeout(200);
      },
    }),
  'help-ja': () =>
    shot('help-ja', {
      then: async (p) => {
        await p.keyboard.press('?');
        await p.waitForTimeout(200);
      },
    }),
};
for (const [name, run] of Object.entries(all))
  if (only.length === 0 || only.includes(name))
    await run().catch((e) => console.log(name, 'FAILED', e.message.split('\n')[0]));
await browser.close();
