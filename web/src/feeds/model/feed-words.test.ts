import { describe, expect, it } from 'vitest';
import type { Feed } from '../../api/types';
import { setLanguage } from '../../i18n/language';
import { translateNow } from '../../i18n/translate';
import { lagOf, rateOf, reasonOf, refusedCount, shapeOf, stateOf } from './feed-words';

const RUNNING: Feed = {
  id: 'bay-ais',
  kind: 'ais',
  source: 'tcp://10.0.0.2:4001',
  label: 'UNCLASSIFIED//PUBLIC',
  on: true,
  state: 'running',
  messages: 12_345,
  messagesPerSecond: 81.4,
  sightings: 12_000,
  duplicates: 300,
  lost: 0,
  dropped: 0,
  lagMillis: 1_240,
  refused: [
    { reason: 'wrong-checksum', count: 4 },
    { reason: 'too-short', count: 1 },
  ],
  examples: [],
  problem: null,
};

describe('the words for a feed', () => {
  it('tells a running feed from one that is silent', () => {
    setLanguage('en');
    const t = translateNow();
    const silent = { ...RUNNING, messagesPerSecond: 0 };
    expect([shapeOf(RUNNING), stateOf(RUNNING, t)]).toEqual(['normal', 'runs']);
    expect([shapeOf(silent), stateOf(silent, t)]).toEqual(['caution', 'runs, nothing comes']);
    expect(shapeOf({ ...RUNNING, state: 'waiting' })).toBe('serious');
  });

  it('finds nothing wrong with an office that has nothing to say', () => {
    setLanguage('en');
    const quiet: Feed = { ...RUNNING, kind: 'cap', messagesPerSecond: 0 };
    expect([shapeOf(quiet), stateOf(quiet, translateNow())]).toEqual(['normal', 'runs']);
  });

  it('shows figures of now only', () => {
    setLanguage('en');
    const t = translateNow();
    expect(rateOf(RUNNING)).toBe('81');
    expect(rateOf({ ...RUNNING, messagesPerSecond: 0.43 })).toBe('0.4');
    expect(lagOf(RUNNING, t)).toBe('1.2 s');
    expect(lagOf({ ...RUNNING, state: 'stopped' }, t)).toBe('');
    expect(refusedCount(RUNNING)).toBe(5);
  });

  it('says known reasons in both languages and shows unknown ones as they are', () => {
    setLanguage('ja');
    expect(reasonOf('wrong-checksum', translateNow())).toBe('チェックサム不一致');
    expect(reasonOf('something-new', translateNow())).toBe('something-new');
    setLanguage('en');
  });
});
