import type { SearchPassage } from '../../api/types';

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** A passage as pieces of text that are marked or not, in order and complete. */
export function pieces({ text, marks }: Pick<SearchPassage, 'text' | 'marks'>): readonly Piece[] {
  const all: Piece[] = [];
  let at = 0;
  for (const [begin = 0, end = 0] of marks) {
    all.push({ text: text.slice(at, begin), marked: false }, { text: text.slice(begin, end), marked: true });
    at = end;
  }
  all.push({ text: text.slice(at), marked: false });
  return all.filter((piece) => piece.text !== '');
}
