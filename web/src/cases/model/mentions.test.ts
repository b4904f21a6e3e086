import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseBody } from '../../api/types';
import { bodiesFor, mentionsIn, queryAt, textPieces, withMention } from './mentions';

const body = (code: string, en: string, ja: string, ...parties: string[]): CaseBody => ({
  code,
  level: 'operations',
  name: { en, ja },
  offices: parties.map((party) => ({ code: party, party, name: { en: '', ja: '' }, zone: 'UTC', hours: '' })),
});
const BODIES = [
  body('bocc', 'Bilateral Operations Coordination Center', '共同運用調整所', 'JPN', 'USA'),
  body('acg-dg', 'Alliance Coordination Group, director-general level', '同盟調整グループ（局長級）', 'JPN', 'USA'),
  body('nato-jpn', 'NATO–Japan consultation', '日NATO協議', 'NATO'),
];
const CODES = new Set(BODIES.map(({ code }) => code));
const found = (query: string) => bodiesFor(query, BODIES, ['JPN', 'USA']).map(({ code }) => code);

it('finds bodies by short name and by name in either language, of the nations of the case alone', () => {
  expect(found('bo')).toEqual(['bocc']);
  expect(found('coord')).toEqual(['bocc', 'acg-dg']);
  expect(found('調整所')).toEqual(['bocc']);
  expect(found('同盟')).toEqual(['acg-dg']);
  expect(found('ＢＯＣＣ')).toEqual(['bocc']);
  expect(found('nato')).toEqual([]);
});

it('sees what is being named at the caret, and nothing in an address', () => {
  expect(queryAt('ask @bo', 7)).toEqual({ at: 4, query: 'bo' });
  expect(queryAt('担当は@共同', 6)).toEqual({ at: 3, query: '共同' });
  expect(queryAt('watch@example', 13)).toBeNull();
  expect(queryAt('@bocc\nnext', 10)).toBeNull();
  expect(withMention('ask @bo today', 4, 7, 'bocc')).toEqual({ text: 'ask @bocc today', caret: 10 });
});

it('reads the bodies that a text names, each once, and no others', () => {
  expect(mentionsIn('@bocc and @acg-dg- and @bocc, @nobody', CODES)).toEqual(['bocc', 'acg-dg']);
  expect(textPieces('@boccを@acg-dg。', ['bocc'])).toEqual([
    { text: '@bocc', body: 'bocc' },
    { text: 'を@acg-dg。', body: null },
  ]);
});

it('loses nothing of a text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('@bocc', '@', 'acg-dg', '調整', ' ', '-', '\n')), (parts) => {
      const text = parts.join('');
      expect(
        textPieces(text, ['bocc', 'acg-dg'])
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
