import { describe, expect, it } from 'vitest';
import type { CaseField } from '../../api/types';
import { isAsked, isNeeded } from './asked';

const field = (name: string, required = false): CaseField => ({
  name,
  type: 'text',
  required,
  choices: [],
  value: null,
});

describe('the outcome of an item', () => {
  it.each([
    ['noted', false, false],
    ['agreed', false, true],
    ['committed', true, false],
    ['deferred', false, false],
  ])('%s names a commitment: %s, and words in both languages: %s', (result, commitment, words) => {
    expect(isAsked(field('commitment'), { result })).toBe(commitment);
    expect(isNeeded(field('commitment'), { result })).toBe(commitment);
    expect(isAsked(field('textEn'), { result })).toBe(true);
    expect(isNeeded(field('textJa'), { result })).toBe(words);
  });

  it('changes nothing of other statements', () => {
    expect(isAsked(field('commitment'), {})).toBe(true);
    expect(isNeeded(field('text'), {})).toBe(false);
    expect(isNeeded(field('text', true), {})).toBe(true);
  });
});
