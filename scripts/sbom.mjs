// Writes target/sbom.cdx.json (CycloneDX 1.6): what the node ships (from the build's own list) and what the screens ship
// (from the lock file of npm, without what only builds them).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const home = new URL('../', import.meta.url)
const read = (name) => JSON.parse(readFileSync(new URL(name, home), 'utf8'))

/** A licence as CycloneDX writes it. */
function licences(text) {
  if (!text) return []
  return /[() ]/.test(text) ? [{ expression: text.replace(/^\((.*)\)$/, '$1') }] : [{ license: { id: text } }]
}

function component(path, entry) {
  const full = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const [group, name] = full.startsWith('@') ? full.split('/') : ['', full]
  const purl = `pkg:npm/${group ? `${encodeURIComponent(group)}/` : ''}${name}@${entry.version}`
  const hash = entry.integrity?.match(/^sha512-(.+)$/)?.[1]
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group && { group }),
    name,
    version: entry.version,
    ...(hash && { hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] }),
    licenses: licences(entry.license),
    purl,
  }
}

export function withScreens(bom, lock) {
  const known = new Map(bom.components.map((one) => [one.purl, one]))
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path && !entry.dev && !entry.devOptional) {
      const one = component(path, entry)
      known.set(one.purl, one)
    }
  }
  return { ...bom, components: [...known.values()] }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const bom = withScreens(read('node/target/bom.json'), read('web/package-lock.json'))
  mkdirSync(new URL('target/', home), { recursive: true })
  writeFileSync(new URL('target/sbom.cdx.json', home), `${JSON.stringify(bom, null, 1)}\n`)
  console.log(`target/sbom.cdx.json: ${bom.components.length} components`)
}
