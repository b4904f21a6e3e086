import { describe, expect, it } from 'vitest';
import type { LinkState, LinkTraffic } from '../../api/types';
import { setLanguage } from '../../i18n/language';
import { translateNow } from '../../i18n/translate';
import { confirmedShare, drainTime, keyStrength, lineRate, lossShare, readSince, roundTrip } from './link-figures';
import { byteCount } from '../../ui/figures';
import { linkLine, shapeOf } from './link-line';
import { NO_RELAY } from '../../testing/fake-node/no-relay';

const NOW = new Date('2016-04-16T04:36:00Z');

const aTraffic = (change: Partial<LinkTraffic> = {}): LinkTraffic => ({
  transport: 'quic',
  cipher: 'TLS_AES_256_GCM_SHA384',
  keyAgreement: 'X25519MLKEM768',
  urgentLane: true,
  compressed: true,
  bytesPerSecond: 7_250,
  loss: 0.0125,
  ...change,
});

const aLink = (change: Partial<LinkState> = {}): LinkState => ({
  party: 'PHL',
  node: 'PHL/manila',
  name: { en: 'Philippines', ja: 'フィリピン' },
  state: 'up',
  since: '2016-04-16T01:36:00Z',
  lag: 0,
  waiting: 0,
  bytes: { sent: 0, received: 0 },
  ledger: { size: 260, acknowledged: 46 },
  received: 12,
  lastHeard: null,
  roundTripMillis: null,
  problem: null,
  forked: false,
  traffic: null,
  tracks: null,
  lanes: { urgent: { entries: 0, since: null }, bulk: { entries: 0, since: null } },
  drainSeconds: null,
  ...NO_RELAY,
  ...change,
});

describe('a link in words', () => {
  it.each([
    ['en', aLink({ state: 'down', waiting: 214 }), 'down 3 h · 214 waiting'],
    ['ja', aLink({ state: 'down', waiting: 214 }), '切断 3 時間 · 214 件待ち'],
    ['en', aLink({ state: 'paused' }), 'paused 3 h'],
    ['ja', aLink({ state: 'paused', waiting: 2 }), '一時停止 3 時間 · 2 件待ち'],
    ['en', aLink({ roundTripMillis: 400 }), 'up · 0.4 s'],
    ['en', aLink({ waiting: 3, lag: 90, roundTripMillis: 400 }), 'up · 1 min · 3 waiting'],
  ] as const)('%s: %o is "%s"', (language, link, words) => {
    setLanguage(language);
    expect(linkLine(link, NOW, translateNow())).toBe(words);
  });

  it.each([
    ['up', 0, 'normal'],
    ['up', 1, 'caution'],
    ['connecting', 1, 'standby'],
    ['paused', 9, 'standby'],
    ['down', 9, 'off'],
    ['refused', 0, 'critical'],
  ] as const)('%s with %i waiting has the shape %s', (state, waiting, shape) => {
    expect(shapeOf(aLink({ state, waiting }))).toBe(shape);
  });
});

describe('the figures of a link', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [81_200, '81.2 kB'],
    [999_960, '1 MB'],
    [4_000_000_000_000, '4 TB'],
  ])('%i bytes are %s', (bytes, text) => {
    expect(byteCount(bytes)).toBe(text);
  });

  it('say so where nothing was measured', () => {
    expect(lineRate(aTraffic())).toBe('58 kbit/s');
    expect(lineRate(aTraffic({ bytesPerSecond: 0 }))).toBe('—');
    expect(lineRate(null)).toBe('—');
    expect(lossShare(aTraffic())).toBe('1.25 %');
    expect(lossShare(aTraffic({ loss: 0 }))).toBe('0 %');
    expect(lossShare(aTraffic({ loss: null }))).toBe('—');
    expect(roundTrip(181.6)).toBe('182 ms');
    expect(roundTrip(null)).toBe('—');
  });

  it.each([
    ['X25519MLKEM768', 'links.key.hybrid'],
    ['SecP384r1MLKEM1024', 'links.key.hybrid'],
    ['x25519', 'links.key.classical'],
    ['secp384r1', 'links.key.classical'],
    ['', null],
  ])('the key agreement %s is %s', (group, words) => {
    expect(keyStrength(group)).toBe(words);
  });

  it('tell the time to drain only where the rate is known', () => {
    setLanguage('en');
    const t = translateNow();
    expect(drainTime(aLink(), t)).toBe('nothing waits');
    expect(drainTime(aLink({ waiting: 5 }), t)).toBe('—');
    expect(drainTime(aLink({ waiting: 5, drainSeconds: 150 }), t)).toBe('about 2 min');
  });

  it('count an empty ledger as confirmed', () => {
    expect(confirmedShare({ size: 0, acknowledged: 0 })).toBe(1);
    expect(confirmedShare({ size: 4, acknowledged: 1 })).toBe(0.25);
  });

  it.each([
    ['', 'nothing'],
    [' 46 ', 46],
    ['0', 0],
    ['260', 260],
    ['261', 'wrong'],
    ['-1', 'wrong'],
    ['1.5', 'wrong'],
    ['all', 'wrong'],
  ])('read the position "%s" as %s', (typed, read) => {
    expect(readSince(typed, 260)).toBe(read);
  });
});
