import type { Language } from '../../i18n/language';

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const WORDS = /\p{Script=Latin}{2,}[^\p{Letter}]+\p{Script=Latin}{2,}/u;

/** Whether a text is worth translating for who reads this language: not a code, a number, or what they read anyway. */
export function isForeign(text: string, language: Language): boolean {
  return language === 'ja' ? !KANA.test(text) && WORDS.test(text) : JAPANESE.test(text);
}

/** Where a text of a field stands in a body: at the field itself, or in the one language in which it was written. */
export function textIn(name: string, value: unknown): { readonly at: string; readonly text: string } | null {
  const at = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (typeof value === 'string') {
    return { at, text: value };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return null;
  }
  const [only, ...others] = Object.entries(value as Record<string, unknown>);
  return only && others.length === 0 && (only[0] === 'en' || only[0] === 'ja') && typeof only[1] === 'string'
    ? { at: `${at}/${only[0]}`, text: only[1] }
    : null;
}
