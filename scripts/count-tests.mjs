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
      for (const [, why] of xml.matchAll(/<skipped message="([^"]*)"/g)) {
        reasons.set(why, (reasons.get(why) ?? 0) + 1)
      }
      for (const [, name, of] of xml.matchAll(/<testcase name="([^"]*)" classname="([^"]*)"[^>]*>\s*<flaky/g)) {
        again.push(`${of.split('.').at(-1)}.${name}`)
      }
    }
  }
  if (tests) add(module, tests - failed - skipped, failed, skipped)
}
for (const [name, file] of [['web', 'web/target/web-tests.json'], ['browser', 'web/target/e2e-tests.json']]) {
  if (!existsSync(file)) continue
  const result = JSON.parse(readFileSync(file, 'utf8'))
  add(name, result.passed, result.failed, result.skipped)
  again.push(...(result.again ?? []))
  if (result.skipped && result.why) reasons.set(result.why, result.skipped)
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
