// Licences and known vulnerabilities of the components of a CycloneDX list. See scripts/dependency-check.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Licences that may ship. Where several are given for one component, one of them must be here. */
const ALLOWED = new Set([
  'Apache-2.0', 'MIT', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'ISC', 'EPL-1.0', 'EPL-2.0', 'MPL-2.0', 'PostgreSQL',
  'OFL-1.1', // fonts
  'FreeBSD License', // the words of BSD-2-Clause
  'Apache 2 License', // money (JSR 354)
  'Bouncy Castle Licence', // the words of MIT
])

/** Components whose list says nothing, or another thing than their own files, with the licence that these state. */
const STATED = {
  'pkg:npm/%40mapbox/jsonlint-lines-primitives': 'MIT',
  'pkg:maven/tech.uom.lib/uom-lib-common': 'BSD-3-Clause', // a bare "BSD" in its list, taken for the one of four clauses
}

const unversioned = (purl) => purl.replace(/@[^@/]*$/, '').replace(/@[^@/]*\?.*$/, '')

function allowedExpression(text) {
  return text.split(/\s+OR\s+/).some((part) => part.split(/\s+AND\s+/).every((one) => ALLOWED.has(one.replace(/[()]/g, ''))))
}

/** What is wrong with the licences, one line each. */
export function licenceFaults(bom) {
  return bom.components.flatMap((component) => {
    const said = (component.licenses ?? []).map((one) => one.expression ?? one.license.id ?? one.license.name)
    const stated = STATED[unversioned(component.purl)]
    const names = stated ? [stated] : said
    if (names.some(allowedExpression)) return []
    return [`${component.purl}: ${names.length > 0 ? `licence ${names.join(', ')} is not allowed` : 'no licence is stated'}`]
  })
}

/** Versions by their numbers, and a word (-rc.1, .RC2, -beta) before none; what a build adds after + does not count. */
export function compareVersions(one, other) {
  const parts = (text) =>
    text.replace(/\+.*$/, '').replace(/\.(Final|RELEASE|GA)$/i, '').split(/[.-]/).flatMap((part) => part.match(/\d+|\D+/g) ?? [])
  const [a, b] = [parts(one), parts(other)]
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i] ?? '0', b[i] ?? '0']
    const [nx, ny] = [/^\d+$/.test(x), /^\d+$/.test(y)]
    if (nx !== ny) return nx ? 1 : -1
    const order = nx ? Math.sign(Number(x) - Number(y)) : x.localeCompare(y)
    if (order !== 0) return order
  }
  return 0
}

const ECOSYSTEMS = { maven: 'Maven', npm: 'npm' }

function packageOf(component) {
  const type = component.purl.match(/^pkg:([a-z]+)\//)?.[1]
  const name = type === 'maven' ? `${component.group}:${component.name}` : [component.group, component.name].filter(Boolean).join('/')
  return { ecosystem: ECOSYSTEMS[type], name }
}

function within(range, version) {
  let inside = false
  for (const event of range.events ?? []) {
    if (event.introduced !== undefined) {
      if (event.introduced === '0' || compareVersions(version, event.introduced) >= 0) inside = true
    } else if (event.fixed !== undefined && compareVersions(version, event.fixed) >= 0) inside = false
    else if (event.last_affected !== undefined && compareVersions(version, event.last_affected) > 0) inside = false
  }
  return inside
}

/** Known vulnerabilities of the components, one line each. `known` are OSV entries; withdrawn ones do not count. */
export function vulnerable(bom, known) {
  const byPackage = new Map()
  for (const component of bom.components) {
    const { ecosystem, name } = packageOf(component)
    const key = `${ecosystem} ${name}`
    byPackage.set(key, [...(byPackage.get(key) ?? []), component])
  }
  const found = []
  for (const entry of known.filter((one) => !one.withdrawn)) {
    for (const affected of entry.affected ?? []) {
      for (const component of byPackage.get(`${affected.package?.ecosystem} ${affected.package?.name}`) ?? []) {
        const listed = (affected.versions ?? []).includes(component.version)
        const ranges = (affected.ranges ?? []).filter((range) => range.type !== 'GIT')
        if (listed || ranges.some((range) => within(range, component.version))) {
          found.push(`${component.purl}: ${entry.id} ${entry.summary ?? ''}`.trim())
        }
      }
    }
  }
  return [...new Set(found)]
}

/** One entry, a list of them, an answer of an OSV service, or a folder of such files. */
export function readKnown(path) {
  if (statSync(path).isDirectory()) {
    return readdirSync(path).filter((name) => name.endsWith('.json')).flatMap((name) => readKnown(join(path, name)))
  }
  const content = JSON.parse(readFileSync(path, 'utf8'))
  return Array.isArray(content) ? content : (content.vulns ?? [content])
}

function option(name) {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const bom = JSON.parse(readFileSync(option('--sbom'), 'utf8'))
  const faults = licenceFaults(bom)
  console.log(`licences of ${bom.components.length} components: ${faults.length === 0 ? 'all allowed' : `${faults.length} are not`}`)
  const path = option('--vulnerabilities')
  const known = path ? readKnown(path) : []
  const hits = vulnerable(bom, known)
  console.log(path ? `known vulnerabilities among ${known.length}: ${hits.length}` : 'known vulnerabilities: not looked at (give --vulnerabilities)')
  for (const line of [...faults, ...hits]) console.log(`  ${line}`)
  process.exit(faults.length + hits.length === 0 ? 0 : 1)
}
