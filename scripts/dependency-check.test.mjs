import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareVersions, licenceFaults, vulnerable } from './dependency-check.mjs'
import { withScreens } from './sbom.mjs'

const component = (licenses) => ({ purl: 'pkg:maven/a/b@1.0?type=jar', group: 'a', name: 'b', version: '1.0', licenses })
const bom = { components: [component([{ license: { id: 'MIT' } }])] }
const osv = (events, more = {}) => ({ id: 'X-1', ...more, affected: [{ package: { ecosystem: 'Maven', name: 'a:b' }, ranges: [{ type: 'ECOSYSTEM', events }] }] })

test('a licence must be stated and allowed; of several, one', () => {
  assert.deepEqual(licenceFaults(bom), [])
  assert.equal(licenceFaults({ components: [component([])] }).length, 1)
  assert.equal(licenceFaults({ components: [component([{ license: { id: 'AGPL-3.0-only' } }])] }).length, 1)
  assert.equal(licenceFaults({ components: [component([{ license: { id: 'LGPL-2.1-only' } }, { license: { id: 'EPL-2.0' } }])] }).length, 0)
  assert.equal(licenceFaults({ components: [component([{ expression: 'MIT AND GPL-2.0-only' }])] }).length, 1)
  assert.equal(licenceFaults({ components: [component([{ expression: 'GPL-2.0-only OR Apache-2.0' }])] }).length, 0)
})

test('versions are compared by their numbers', () => {
  assert.equal(compareVersions('1.10.0', '1.9.9'), 1)
  assert.equal(compareVersions('1.0', '1.0.0'), 0)
  assert.equal(compareVersions('2.0.0-rc.1', '2.0.0'), -1)
  assert.equal(compareVersions('4.2.18.Final', '4.2.18'), 0)
})

test('a vulnerable version is found in its ranges and nowhere else', () => {
  assert.equal(vulnerable(bom, [osv([{ introduced: '0' }, { fixed: '1.1' }])]).length, 1)
  assert.equal(vulnerable(bom, [osv([{ introduced: '0' }, { fixed: '1.0' }])]).length, 0)
  assert.equal(vulnerable(bom, [osv([{ introduced: '0.5' }, { last_affected: '1.0' }])]).length, 1)
  assert.equal(vulnerable(bom, [osv([{ introduced: '1.1' }])]).length, 0)
  assert.equal(vulnerable(bom, [osv([{ introduced: '0' }], { withdrawn: '2026-01-01T00:00:00Z' })]).length, 0)
  assert.equal(vulnerable(bom, [{ id: 'X-2', affected: [{ package: { ecosystem: 'Maven', name: 'a:b' }, versions: ['1.0'] }] }]).length, 1)
})

test('what the screens ship is in the list, what builds them is not', () => {
  const lock = { packages: { '': {}, 'node_modules/@a/b': { version: '1.0.0', license: '(MIT OR Apache-2.0)' }, 'node_modules/c': { version: '1.0.0', dev: true } } }
  const all = withScreens(bom, lock).components.map((one) => one.purl)
  assert.deepEqual(all, ['pkg:maven/a/b@1.0?type=jar', 'pkg:npm/%40a/b@1.0.0'])
})
