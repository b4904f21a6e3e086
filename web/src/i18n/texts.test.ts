import { describe, expect, it } from 'vitest';
import { texts } from './translate';

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** Words that are the same in Japanese: markings, abbreviations, the sources' own names, what stands in quotation marks. */
const SAME_IN_BOTH = new Set([
  'precedence.FLASH',
  'precedence.IMMEDIATE',
  'precedence.PRIORITY',
  'precedence.ROUTINE',
  'clock.z',
  'clock.jst',
  'form.timeHint',
  'map.source',
  'policy.quoted',
]);

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the texts of the client', () => {
  it.each(Object.entries(texts))('%s is there in English and Japanese', (key, [en, ja]) => {
    expect(en.trim()).not.toBe('');
    expect(ja.trim()).not.toBe('');
    expect(en).not.toMatch(JAPANESE);
    expect(JAPANESE.test(ja) || SAME_IN_BOTH.has(key)).toBe(true);
    expect(placeholders(ja)).toEqual(placeholders(en));
  });
});
