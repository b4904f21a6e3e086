import { expect, it } from 'vitest';
import type { WatchSuggestion } from '../../api/types';
import { fromSuggestion, ofWatch, stepOf, suggestionOf } from './log-steps';

const suggestion = (key: string, label: string): WatchSuggestion => ({
  key,
  text: { en: 'Link with USA lost', ja: 'USA との接続が切断' },
  at: '2026-11-24T03:00:00Z',
  link: key === 'case' ? { to: 'case', id: 'c' } : null,
  label,
});

it('keeps at home what it makes of a suggestion, as high as that', () => {
  const saying = fromSuggestion(suggestion('case', 'CONFIDENTIAL//REL TO JPN, USA//EXERCISE'), 'JPN', 'ja');
  expect(saying.to).toEqual(['JPN']);
  expect(saying.label).toBe('CONFIDENTIAL//REL TO JPN//EXERCISE');
  expect(saying.fields).toEqual({
    text: 'USA との接続が切断',
    at: '2026-11-24T03:00:00Z',
    suggestion: 'case',
    case: 'c',
  });
  expect(fromSuggestion(suggestion('x', 'nothing known'), 'JPN', 'en').label).toBe('TOP SECRET//REL TO JPN');
  expect(ofWatch('JPN', ' ').fields).toEqual({});
});

it('enters a suggestion by its number', () => {
  const all = [suggestion('one', 'UNCLASSIFIED'), suggestion('two', 'UNCLASSIFIED')];
  expect(suggestionOf('2', all)?.key).toBe('two');
  for (const key of ['0', '3', '12', 'n', 'Enter']) {
    expect(suggestionOf(key, all)).toBeNull();
  }
});

it('names in a correction the entry that it puts right, and what an entry is about', () => {
  expect(stepOf('correction', ['JPN'], 'r', null).fields[0]).toMatchObject({ name: 'corrects', value: 'r' });
  const about = stepOf('event', ['JPN', 'USA'], null, { to: 'move', id: 'm', name: 'Fuel' });
  expect(about.fields.map(({ name }) => name)).toEqual(['move', 'text', 'at']);
  expect(about.fields[0]).toMatchObject({ value: 'm' });
});
