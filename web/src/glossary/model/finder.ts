import type { GlossaryEntry } from '../../api/types';

/** A stretch of a text; with an entry where it is a term. */
export interface Piece {
  readonly text: string;
  readonly entry?: GlossaryEntry;
}

export type Finder = (text: string) => readonly Piece[];

interface Word {
  readonly word: string;
  readonly entry: GlossaryEntry;
  /** Written as it is, and nothing beside it that belongs to a word. */
  readonly exact: boolean;
}

const LETTER = /[A-Za-z0-9]/;
const LATIN = /^[\x20-\x7e]+$/;
const LEAST_LATIN = 3;
const LEAST = 2;

/**
 * Finds the words of these entries: the longest that begins at a place, each entry once, at its first place. Words of
 * Latin letters stand by themselves, in small or capital letters and in the plural; abbreviations as they are written.
 */
export function finderOf(entries: readonly GlossaryEntry[]): Finder {
  const words = new Map<string, Word[]>();
  const add = (word: string, entry: GlossaryEntry, exact: boolean) => {
    const latin = LATIN.test(word);
    if (word.length < (latin && !exact ? LEAST_LATIN : LEAST)) {
      return;
    }
    const first = word.charAt(0).toLowerCase();
    const list = words.get(first) ?? [];
    list.push({ word: exact ? word : word.toLowerCase(), entry, exact });
    words.set(first, list);
  };
  for (const entry of entries) {
    add(entry.en, entry, false);
    add(entry.ja, entry, false);
    for (const abbreviation of new Set(entry.terms.map((term) => term.abbreviation))) {
      add(abbreviation, entry, true);
    }
  }
  words.forEach((list) => list.sort((a, b) => b.word.length - a.word.length));
  return (text) => pieces(text, words);
}

function pieces(text: string, words: ReadonlyMap<string, readonly Word[]>): Piece[] {
  const small = text.toLowerCase();
  const found: Piece[] = [];
  const seen = new Set<string>();
  let from = 0;
  for (let at = 0; at < text.length;) {
    const length = small.length === text.length ? wordAt(text, small, at, words, seen) : null;
    if (length === null) {
      at += 1;
      continue;
    }
    if (at > from) {
      found.push({ text: text.slice(from, at) });
    }
    found.push({ text: text.slice(at, at + length.length), entry: length.entry });
    seen.add(length.entry.id);
    at += length.length;
    from = at;
  }
  return from === 0 ? [{ text }] : from < text.length ? [...found, { text: text.slice(from) }] : found;
}

function wordAt(
  text: string,
  small: string,
  at: number,
  words: ReadonlyMap<string, readonly Word[]>,
  seen: ReadonlySet<string>,
): { readonly length: number; readonly entry: GlossaryEntry } | null {
  for (const { word, entry, exact } of words.get(small.charAt(at)) ?? []) {
    if (seen.has(entry.id) || !(exact ? text : small).startsWith(word, at)) {
      continue;
    }
    if (!LATIN.test(word)) {
      return { length: word.length, entry };
    }
    const plural = !exact && small.charAt(at + word.length) === 's' ? 1 : 0;
    const free = !LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + word.length + plural));
    if (free) {
      return { length: word.length + plural, entry };
    }
  }
  return null;
}
