import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pieces } from './pieces';

it('marks words and loses nothing', () => {
  expect(
    pieces({
      text: '七尾市に water',
      marks: [
        [0, 2],
        [5, 10],
      ],
    }),
  ).toEqual([
    { text: '七尾', marked: true },
    { text: '市に ', marked: false },
    { text: 'water', marked: true },
  ]);
});

it('gives the text back, whatever is marked', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.uniqueArray(fc.nat(30), { maxLength: 8 }), (text, cuts) => {
      const places = cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b);
      const marks = Array.from({ length: Math.floor(places.length / 2) }, (_, index) =>
        places.slice(2 * index, 2 * index + 2),
      );
      expect(
        pieces({ text, marks })
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
