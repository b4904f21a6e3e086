// The pictures of the user guide, taken of the client against fake nodes: node scripts/guide-images.mjs [NAME…]
// Needs the built client (npm run build in web) and Chromium (CHROMIUM=… names one). Writes docs/images/NAME-LANGUAGE.png.
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { withPalette } from './palette-png.mjs'

const web = fileURLToPath(new URL('../web/', import.meta.url))
const out = fileURLToPath(new URL('../docs/images/', import.meta.url))
const require = createRequire(`${web}package.json`)
const { chromium } = require('playwright-core')
const { runnerImport } = await import(pathToFileURL(`${web}node_modules/vite/dist/node/index.js`))

const DESKTOP = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const LANGUAGES = { en: 'en-US', ja: 'ja-JP' }
const MOST_BYTES = 150 * 1024

process.chdir(web)
const { module } = await runnerImport(`${web}src/testing/fake-node/federation.ts`)
const federation = await module.startFederation(0)
const { url, token } = federation.nodes.JPN
const { records } = await fetch(`${url}/api/v1/records`, { headers: { Authorization: `Bearer ${token}` } }).then((answer) => answer.json())
const airport = records.find((one) => JSON.stringify(one.body).includes('runway closed'))
const ferry = '5f0e0000-0000-8000-8000-000000000000'
const aircraft = '5f0e0000-0000-8000-8000-000000000010'

const ready = (page) => page.locator('.map[data-ready="true"]').waitFor({ timeout: 60_000 })
const settle = (page, millis = 2500) => page.waitForTimeout(millis)
const tool = async (page, letter) => {
  await page.keyboard.press('t')
  await page.keyboard.press(letter)
}

/** What is shown: size, theme, address, and what is done there before the picture is taken. */
const IMAGES = {
  'picture-night': { hash: `#/picture?record=${airport.id}`, map: true },
  'picture-day': { theme: 'day', hash: `#/picture?track=${ferry}`, map: true },
  'picture-partner': { hash: `#/picture?track=${aircraft}`, map: true },
  'picture-views': {
    theme: 'day',
    hash: '#/picture',
    map: true,
    then: async (page, language) => {
      const [first, second] = language === 'ja' ? ['豊後水道', '熊本空港'] : ['Bungo channel', 'Kumamoto airport']
      await forgetViews()
      await tool(page, 'v')
      for (const name of [first, second]) {
        await page.locator('.map-card form input').first().fill(name)
        await page.keyboard.press('Enter')
        await page.locator(`[data-view="${name}"]`).waitFor()
      }
      await page.locator(`[data-view="${first}"] input`).first().check()
      await page.locator(`[data-view="${second}"] input`).nth(1).check()
    },
  },
  'picture-past': {
    hash: `#/picture?at=${new Date(Date.now() - 40 * 60_000).toISOString()}&track=${ferry}`,
    map: true,
  },
  'picture-phone-night': { ...PHONE, hash: '#/picture', then: (page) => openMap(page) },
  'picture-phone-day': { ...PHONE, theme: 'day', hash: '#/picture', then: (page) => openMap(page) },
  'picture-red': { width: 1180, height: 800, theme: 'red', hash: `#/picture?record=${airport.id}`, map: true },
  cases: { theme: 'day', hash: '#/cases/5c1d7f0e-7d0a-3a55-9b7e-0f6a2c9d1e11' },
  'case-inbox': { theme: 'day', hash: '#/cases/inbox' },
  glossary: {
    theme: 'day',
    hash: '#/glossary',
    then: async (page) => {
      for (const entry of await page.locator('.glossary-list summary').all()) await entry.click()
    },
  },
  relief: { theme: 'day', hash: '#/relief' },
  acsa: { theme: 'day', hash: '#/acsa' },
}

async function forgetViews() {
  const headers = { Authorization: `Bearer ${token}` }
  const { views } = await fetch(`${url}/api/v1/account/views`, { headers }).then((answer) => answer.json())
  for (const { id } of views.filter(({ owner }) => owner === undefined)) {
    await fetch(`${url}/api/v1/account/views/${id}`, { method: 'DELETE', headers })
  }
}

async function openMap(page) {
  await page.locator('[role=tab]').nth(1).click()
  await ready(page)
  await settle(page)
}

async function take(browser, name, language) {
  const { width = DESKTOP.width, height = DESKTOP.height, theme = 'night', hash, map = false, then } = IMAGES[name]
  const context = await browser.newContext({ viewport: { width, height }, locale: LANGUAGES[language], timezoneId: 'Asia/Tokyo' })
  await context.addInitScript(
    ([spoken, shade, secret]) => {
      localStorage.setItem('renkei.language', spoken)
      localStorage.setItem('renkei.theme', shade)
      sessionStorage.setItem('renkei.token', secret)
    },
    [language, theme, token],
  )
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(`${name}-${language}: ${error.message}`))
  await page.goto(`${url}/${hash}`)
  if (map) await ready(page)
  await settle(page)
  await then?.(page, language)
  await settle(page, 800)
  const png = withPalette(await page.screenshot())
  await context.close()
  if (png.length > MOST_BYTES) throw new Error(`${name}-${language} has ${png.length} bytes`)
  await writeFile(`${out}${name}-${language}.png`, png)
  console.log(`${name}-${language}.png ${Math.round(png.length / 1024)} kB`)
}

await mkdir(out, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--use-gl=angle', '--use-angle=swiftshader', '--disable-background-networking'],
})
const wanted = process.argv.slice(2)
let failed = false
for (const name of Object.keys(IMAGES).filter((one) => wanted.length === 0 || wanted.includes(one))) {
  for (const language of Object.keys(LANGUAGES)) {
    await take(browser, name, language).catch((error) => {
      failed = true
      console.error(`${name}-${language} failed: ${error.message.split('\n')[0]}`)
    })
  }
}
await browser.close()
await federation.close()
process.exit(failed ? 1 : 0)
