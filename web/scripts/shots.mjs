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

/** Calls the fake node; `-2` is the second officer. */
const post = (path, body, suffix = '') =>
  fetch(base + path, {
    method: 'POST',
    headers: { Authorization: `Bearer token-jpn${suffix}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).then((r) => r.json());
const rule = (id, part) => ({
  id,
  act: 'review',
  cause: 'always',
  parties: [],
  kinds: [],
  atLeast: null,
  persons: 1,
  hours: 24,
  ...part,
});

/** A policy in force, and releases that wait under it. */
async function prepareReviews() {
  if ((await api('/api/v1/reviews')).total > 0) return;
  const from = new Date().toISOString().slice(0, 10);
  const rules = [
    rule('requests-usa', {
      parties: ['USA'],
      kinds: ['request-for-assistance'],
      atLeast: 'CONFIDENTIAL',
      persons: 2,
      hours: 1,
    }),
    rule('alerts', { kinds: ['alert'], hours: 24 }),
    rule('no-offers-phl', { act: 'withhold', parties: ['PHL'], kinds: ['offer-of-assistance'] }),
  ];
  await post('/api/v1/release-policy', { from, many: 100, rules, reason: 'First policy of the exercise' });
  await post('/api/v1/release-policy/1/confirm', {}, '-2');
  const ja = (en, text) => ({ en, ja: text });
  const { id } = await post('/api/v1/records', {
    kind: 'request-for-assistance',
    precedence: 'IMMEDIATE',
    label: 'CONFIDENTIAL//REL TO JPN, USA//FOR DISASTER-RELIEF',
    portions: [
      { at: '/position', label: 'SECRET//REL TO JPN', otherwise: 'position-10km' },
      { at: '/contact', label: 'SECRET//REL TO JPN' },
    ],
    body: {
      title: ja('Airlift of patients, Minamiaso', '患者の空輸要請 南阿蘇'),
      summary: ja('Six patients need dialysis before 1800Z.', '透析患者 6 名を 1800Z までに搬送する必要。'),
      item: ja('Rotary-wing lift', '回転翼機による輸送'),
      quantity: 2,
      unit: 'sorties',
      contact: 'JPN medical desk, ext. 4411',
      position: { lat: 32.823, lon: 131.032 },
      needBy: '2016-04-17T18:00:00Z',
    },
  });
  for (const place of ['Aso', 'Mashiki', 'Uto'])
    await post('/api/v1/records', {
      kind: 'alert',
      precedence: 'PRIORITY',
      label: 'RESTRICTED//REL TO AUS, JPN, USA',
      body: { title: ja(`Landslide warning, ${place}`, `土砂災害警戒情報 ${place}`), severity: 'severe' },
    });
  const { reviews } = await api('/api/v1/reviews');
  const two = reviews.find((r) => r.record === id);
  await post(
    `/api/v1/reviews/${two.id}/ruling`,
    { verdict: 'release', cuts: ['/unit'], reason: 'Lift is agreed with Yokota.' },
    '-2',
  );
  const uto = reviews.find((r) => r.title.includes('Uto') && r.party === 'AUS');
  await post(
    `/api/v1/records/${uto.record}/emergency-release`,
    { party: 'AUS', reason: 'Team of AUS under the slope.' },
    '-2',
  );
}
await prepareReviews();

/** A record that waits for a nation's consent; questions to us, one of them answered, and one of ours. */
async function prepareConsents() {
  if ((await api('/api/v1/consents')).wanted.length > 0) return;
  const usa = (path, body) =>
    fetch((process.env.URL_USA ?? 'http://127.0.0.1:8082') + path, {
      method: body ? 'POST' : 'GET',
      headers: { Authorization: 'Bearer token-usa', 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).then((r) => r.json());
  const until = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  const note = (en, ja, label) => ({ kind: 'alert', precedence: 'PRIORITY', label, body: { title: { en, ja } } });
  const askAll = async (get, send, reason) => {
    const { reviews } = await get('/api/v1/reviews');
    for (const one of reviews.filter((r) => r.causes.includes('consent')))
      await send(`/api/v1/reviews/${one.id}/consent-request`, { until, reason });
  };
  await usa(
    '/api/v1/records',
    note('Port status, Yatsushiro', '港の状況 八代', 'RESTRICTED//REL TO AUS, USA//FGI JPN'),
  );
  await askAll(usa, usa, 'HMAS Canberra plans to unload there on the 18th.');
  await new Promise((resolve) => setTimeout(resolve, 500));
  const [first] = (await api('/api/v1/consents')).wanted;
  await post(`/api/v1/consents/${first.request}/answer`, { granted: true, reason: 'For the relief work only.' });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await usa('/api/v1/records', note('Water levels, Shira', '水位 白川', 'CONFIDENTIAL//REL TO AUS, USA//FGI JPN'));
  await askAll(usa, usa, 'Their engineers work below the dam.');
  const ours = 'RESTRICTED//REL TO AUS, JPN//FGI USA';
  await post('/api/v1/records', note('Bridges open to heavy loads', '大型車両が通れる橋', ours));
  await askAll(api, post, '豪州隊の車両の経路を決めるため。');
  await post('/api/v1/records', note('Fuel at Kumamoto airport', '熊本空港の燃料', ours));
  await new Promise((resolve) => setTimeout(resolve, 500));
}
await prepareConsents();
const lacking = (await api('/api/v1/reviews')).reviews.filter((r) => r.causes.includes('consent'));
const toCase = async (p) => {
  await p.locator('.consent-ask').scrollIntoViewIfNeeded();
  await p.waitForTimeout(300);
};
const waiting = (await api('/api/v1/reviews')).reviews;
const two = waiting.find((r) => r.persons === 2);
const alert = waiting.find((r) => r.kind === 'alert');
const looked = (await api('/api/v1/emergencies')).emergencies[0];
const cutting = async (p) => {
  await p.click('[data-at="/summary"] .place-act button');
  await p.fill('[name="reason"]', 'Lift is agreed; the summary names patients.');
  await p.waitForTimeout(900);
};
const editPolicy = async (p, edit, check) => {
  await p.getByRole('button', { name: edit }).click();
  await p.click('[data-template="downgrade"]');
  await p.getByRole('button', { name: check }).click();
  await p.waitForTimeout(500);
};
const phone = { width: 390, height: 844 };
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
  'reviews-ja': () => shot('reviews-ja', { hash: `#/reviews/${two?.id}`, then: cutting }),
  'reviews-en': () => shot('reviews-en', { language: 'en', hash: `#/reviews/${two?.id}`, then: cutting }),
  'reviews-low-en': () =>
    shot('reviews-low-en', {
      language: 'en',
      hash: `#/reviews/${two?.id}`,
      then: async (p) => {
        await p.locator('.ruling-form').scrollIntoViewIfNeeded();
        await p.evaluate(() => document.querySelector('.review-case').scrollTo(0, 99999));
      },
    }),
  'reviews-many-ja': () =>
    shot('reviews-many-ja', {
      theme: 'day',
      hash: '#/reviews',
      then: async (p) => {
        await p.check('.select-all input');
        await p.waitForTimeout(200);
      },
    }),
  'phone-reviews-ja': () => shot('phone-reviews-ja', { ...phone, hash: '#/reviews' }),
  'phone-review-en': () =>
    shot('phone-review-en', { ...phone, height: 1900, language: 'en', hash: `#/reviews/${two?.id}`, then: cutting }),
  'emergencies-en': () =>
    shot('emergencies-en', {
      language: 'en',
      hash: '#/reviews/emergencies',
      then: async (p) => {
        await p.check('[name="withdraw"]');
      },
    }),
  'phone-emergencies-ja': () => shot('phone-emergencies-ja', { ...phone, hash: '#/reviews/emergencies' }),
  'emergency-ja': () =>
    shot('emergency-ja', {
      hash: `#/records?record=${alert?.record}`,
      then: async (p) => {
        await p.locator('.emergency-ask button').first().click();
        await p.locator('.confirm').scrollIntoViewIfNeeded();
        await p.locator('.confirm textarea').fill('崩落');
        await p.waitForTimeout(200);
      },
    }),
  'consents-ja': () => shot('consents-ja', { height: 1200, hash: '#/reviews/consents' }),
  'consents-en': () => shot('consents-en', { height: 1200, language: 'en', hash: '#/reviews/consents' }),
  'phone-consents-ja': () => shot('phone-consents-ja', { ...phone, height: 1500, hash: '#/reviews/consents' }),
  'phone-consents-en': () =>
    shot('phone-consents-en', { ...phone, height: 1500, language: 'en', hash: '#/reviews/consents' }),
  'consent-ask-ja': () => shot('consent-ask-ja', { hash: `#/reviews/${lacking.at(-1)?.id}`, then: toCase }),
  'consent-ask-en': () =>
    shot('consent-ask-en', { height: 1300, language: 'en', hash: `#/reviews/${lacking[0]?.id}`, then: toCase }),
  'phone-consent-ask-en': () =>
    shot('phone-consent-ask-en', {
      ...phone,
      height: 1700,
      language: 'en',
      hash: `#/reviews/${lacking.at(-1)?.id}`,
      then: toCase,
    }),
  'policy-en': () => shot('policy-en', { language: 'en', hash: '#/reviews/policy' }),
  'policy-proposed-ja': () =>
    shot('policy-proposed-ja', {
      hash: '#/reviews/policy',
      then: async (p) => {
        await editPolicy(p, '新しい方針を起案', '影響を確認');
        await p.fill('.policy-editor textarea[name="reason"]', '区分の引き下げは 2 名で確認する。');
        await p.getByRole('button', { name: '提案する' }).click();
        await p.waitForTimeout(600);
      },
    }),
  'rulings-en': () =>
    shot('rulings-en', {
      language: 'en',
      theme: 'red',
      hash: `#/reviews?record=${looked?.record}`,
      then: async (p) => {
        await p.getByRole('button', { name: 'Lift…' }).first().click();
        await p.locator('.rulings').scrollIntoViewIfNeeded();
      },
    }),
  'policy-edit-ja': () =>
    shot('policy-edit-ja', {
      height: 1500,
      hash: '#/reviews/policy',
      then: (p) => editPolicy(p, '新しい方針を起案', '影響を確認'),
    }),
  'phone-policy-en': () =>
    shot('phone-policy-en', {
      ...phone,
      height: 2400,
      language: 'en',
      hash: '#/reviews/policy',
      then: (p) => editPolicy(p, 'Draft a new policy', 'Check the effect'),
    }),
};
for (const [name, run] of Object.entries(all))
  if (only.length === 0 || only.includes(name))
    await run().catch((e) => console.log(name, 'FAILED', e.message.split('\n')[0]));
await browser.close();
