import { describe, expect, it } from 'vitest';
import type { Kind } from '../../api/types';
import type { Translate } from '../../i18n/translate';
import { fieldWords, valueFor, wordFor } from './kind-words';

const KIND: Kind = {
  kind: 'place-status',
  name: { en: 'Place', ja: '施設' },
  schema: {
    properties: {
      status: { title: 'State of it', 'x-title-ja': '状況', 'x-values': { open: { en: 'Open', ja: '使用可' } } },
      placeType: { title: 'Place type', 'x-title-ja': '施設の種別' },
      bare: { type: 'string' },
    },
  },
};
const t: Translate = (key) => `our ${key}`;

describe('the words of a kind', () => {
  it('name a field that we have no word for, in the language that is read', () => {
    expect(wordFor('placeType', fieldWords(KIND, 'placeType'), 'ja', t)).toBe('施設の種別');
    expect(wordFor('placeType', fieldWords(KIND, 'placeType'), 'en', t)).toBe('Place type');
  });

  it('stand behind our own, and before the written name', () => {
    expect(wordFor('status', fieldWords(KIND, 'status'), 'en', t)).toBe('our field.status');
    expect(wordFor('bare', fieldWords(KIND, 'bare'), 'en', t)).toBe('bare');
    expect(wordFor('toString', fieldWords(KIND, 'toString'), 'en', t)).toBe('toString');
    expect(wordFor('bare', fieldWords(undefined, 'bare'), 'en', t)).toBe('bare');
  });

  it('say a choice, and leave what is none', () => {
    const words = fieldWords(KIND, 'status');
    expect(valueFor('open', words, 'ja')).toBe('使用可');
    expect(valueFor('toString', words, 'ja')).toBe('toString');
    expect(valueFor('unheard', words, 'ja')).toBe('unheard');
    expect(valueFor(3, words, 'ja')).toBe(3);
  });
});
