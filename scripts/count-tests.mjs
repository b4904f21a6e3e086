// Adds up what every test runner reported, and says what was skipped and why.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const total = { passed: 0, failed: 0, skipped: 0 }
const reasons = new Map()
const rows = []
const again = []

function add(name, passed, failed, skipped) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  rows.push([name, passed, failed, skipped])
}

for (const module of ['kernel', 'simulator', 'matching', 'node', 'bench']) {
  let tests = 0, failed = 0, skipped = 0
  for (const kind of ['surefire', 'failsafe']) {
    const folder = `${module}/target/${kind}-reports`
    if (!existsSync(folder)) continue
    for (const file of readdirSync(folder).filter((name) => /^TEST-.*\.xml$/.test(name))) {
      const xml = readFileSync(`${folder}/${file}`, 'utf8')
      const head = xml.match(/<testsuite [^>]*>/)?.[0] ?? ''
      const count = (key) => Number(head.match(new RegExp(` ${key}="(\\d+)"`))?.[1] ?? 0)
      tests += count('tests')
      failed += count('failures') + count('errors')
      skipped += count('skipped')
      for (const [, message, thrown] of xml.matchAll(/<skipped(?: message="([^"]*)"| type="[^"]*"><!\[CDATA\[([^\n]*))/g)) {
        const why = message ?? thrown.replace(/^[\w.]*: Assumption failed: /, '')
        reasons.set(why, (reasons.get(why) ?? 0) + 1)
      }
      for (const [, name, of] of xml.matchAll(/<testcase name="([^"]*)" classname="([^"]*)"[^>]*>\s*<flaky/g)) {
        again.push(`${of.split('.').at(-1)}.${name}`)
      }
    }
  }
  if (tests) add(module, tests - failed - skipped, failed, skipped)
}
const summaryOf = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

const web = summaryOf('web/target/web-tests.json')
if (web) add('web', web.passed, web.failed, web.skipped)

// What is skipped at real nodes runs at fake ones; left is what ran at neither.
const real = summaryOf('web/target/e2e-tests.json')
if (real) {
  const fake = summaryOf('web/target/e2e-fake-tests.json') ?? { passed: 0, failed: 0, again: [], ran: [], left: {} }
  const ran = new Set([...(real.ran ?? []), ...fake.ran])
  const left = Object.entries({ ...fake.left, ...real.left }).filter(([name]) => !ran.has(name))
  add('browser', real.passed + fake.passed, real.failed + fake.failed, real.why ? real.skipped : left.length)
  again.push(...(real.again ?? []), ...fake.again)
  for (const why of real.why ? [real.why] : left.map(([, why]) => why)) reasons.set(why, (reasons.get(why) ?? 0) + 1)
}

console.log('')
for (const [name, passed, failed, skipped] of rows) {
  console.log(`  ${name.padEnd(8)} ${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped`)
}
for (const [why, count] of reasons) console.log(`  skipped ${count}: ${why.split('\n')[0].slice(0, 160)}`)
for (const name of again) console.log(`  failed, and passed when run again: ${name}`)
console.log(`  ${process.argv[2]} s`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped${again.length ? `, ${again.length} of the passed only when run again` : ''}`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
