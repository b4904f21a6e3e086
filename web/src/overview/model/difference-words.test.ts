import { expect, it } from 'vitest';
import type { DifferenceRow, DifferenceTold, DifferenceWords } from '../../api/types';
import { setLanguage } from '../../i18n/language';
import { translateNow } from '../../i18n/translate';
import { questionOn, quotable, wordOf } from './difference-words';

setLanguage('en');
const en = translateNow();
const words = (party: string, code: string, label = 'UNCLASSIFIED//REL TO JPN, USA'): DifferenceWords => ({
  record: '019f0000-0000-7000-8000-000000000001',
  party,
  kind: 'place-status',
  code,
  text: { en: '120/300', ja: '120/300' },
  at: '2026-04-16T01:00:00Z',
  label,
});

const told = (state: DifferenceTold['state'], more: Partial<DifferenceTold> = {}): DifferenceTold => ({
  said: words('JPN', 'open'),
  state,
  inPart: false,
  told: null,
  confirmed: null,
  reasons: [],
  ...more,
});

const row = (ours: readonly DifferenceTold[]): DifferenceRow => ({
  key: 'place shelter X',
  kind: 'place',
  name: { en: 'Gymnasium', ja: '体育館' },
  opens: '',
  differences: ['status'],
  ours: [...ours],
  theirs: [{ record: 'r', said: words('USA', 'closed'), arrived: null }],
  more: 0,
});

it('says a status in words, with the people there', () => {
  expect(wordOf(row([]), words('USA', 'closed'), 'en', en)).toBe('closed: 120/300 people');
});

it('quotes of ours only what the partner holds or is about to hold, and whole', () => {
  const quoted = (one: DifferenceTold) => quotable(row([one]), 'JPN', 'USA').reports.map(({ party }) => party);
  expect(quoted(told('confirmed'))).toEqual(['JPN', 'USA']);
  expect(quoted(told('on-the-way'))).toEqual(['JPN', 'USA']);
  for (const kept of [told('review'), told('withheld'), told('taken-back'), told(null)]) {
    expect(quoted(kept)).toEqual(['USA']);
  }
  expect(quoted(told('confirmed', { inPart: true }))).toEqual(['USA']);
  expect(quoted(told('confirmed', { said: words('JPN', 'open', 'SECRET//REL TO AUS, JPN') }))).toEqual(['USA']);
});

it('asks with what each says and when', () => {
  const { reports } = quotable(row([told('confirmed')]), 'JPN', 'USA');
  const text = questionOn(row([]), reports, 'en', en);
  expect(text).toContain('Gymnasium');
  expect(text).toContain('JPN: open: 120/300 people');
  expect(text).toContain('USA: closed: 120/300 people');
});
