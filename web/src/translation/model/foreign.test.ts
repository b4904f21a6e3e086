import { describe, expect, it } from 'vitest';
import { isForeign, textIn } from './foreign';

describe('a text is offered for translation', () => {
  it.each([
    ['The runway is closed.', 'ja', true],
    ['滑走路は閉鎖中です。', 'ja', false],
    ['滑走路は閉鎖中です。', 'en', true],
    ['熊本空港', 'en', true],
    ['The runway is closed.', 'en', false],
    ['RJFT', 'ja', false],
    ['2026-04-14T12:00:00Z', 'ja', false],
    ['', 'en', false],
    ['空港は the airport です', 'ja', false],
  ] as const)('%s to a reader of %s: %s', (text, language, offered) => {
    expect(isForeign(text, language)).toBe(offered);
  });
});

describe('the place of a text', () => {
  it('is its field, escaped as a pointer', () => {
    expect(textIn('a/b~c', 'x')).toEqual({ at: '/a~1b~0c', text: 'x' });
  });

  it('is within the one language in which it was written', () => {
    expect(textIn('summary', { en: 'x' })).toEqual({ at: '/summary/en', text: 'x' });
  });

  it('is none where both languages are there, or there is no text', () => {
    expect(textIn('summary', { en: 'x', ja: 'y' })).toBeNull();
    expect(textIn('summary', { fr: 'x' })).toBeNull();
    expect(textIn('summary', ['x'])).toBeNull();
    expect(textIn('summary', 4)).toBeNull();
    expect(textIn('summary', null)).toBeNull();
  });
});
