import type { CaseBody } from '../../api/types';
import type { Saying } from '../../statements/model/form';

const CODE = '[a-z0-9][a-z0-9-]{1,39}';
/** Nobody names more in one statement. */
const MOST = 20;
const MOST_QUERY = 30;

/** A piece of a text: words, or a body that is mentioned there. */
export interface TextPiece {
  readonly text: string;
  readonly body: string | null;
}

/** The bodies that a text mentions as `@code`, each once, in the order in which it does. */
export function mentionsIn(text: string, codes: ReadonlySet<string>): string[] {
  const found = [...text.matchAll(new RegExp(`@(${CODE})`, 'g'))].flatMap(([, code = '']) => {
    const known = knownCode(code, codes);
    return known === null ? [] : [known];
  });
  return [...new Set(found)].slice(0, MOST);
}

/** What is said, with the bodies that its text mentions by their codes. */
export function mentioning(saying: Saying, bodies: readonly CaseBody[]): Saying {
  const { text } = saying.fields;
  const mentions = typeof text === 'string' ? mentionsIn(text, new Set(bodies.map(({ code }) => code))) : [];
  return mentions.length === 0 ? saying : { ...saying, fields: { ...saying.fields, mentions } };
}

/** A text as words and the bodies that its statement names. */
export function textPieces(text: string, mentions: readonly string[]): readonly TextPiece[] {
  const codes = new Set(mentions);
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(new RegExp(`@(${CODE})`, 'g'))) {
    const body = knownCode(match[1] ?? '', codes);
    if (body !== null) {
      pieces.push({ text: text.slice(at, match.index), body: null }, { text: `@${body}`, body });
      at = match.index + 1 + body.length;
    }
  }
  pieces.push({ text: text.slice(at), body: null });
  return pieces.filter((piece) => piece.text !== '');
}

/** A hyphen that ends a sentence is none of the code. */
function knownCode(code: string, codes: ReadonlySet<string>): string | null {
  const trimmed = code.replace(/-+$/, '');
  return codes.has(code) ? code : codes.has(trimmed) ? trimmed : null;
}

/** What is typed after the last `@` before the caret, and where that stands; null when no body is being named. */
export function queryAt(text: string, caret: number): { readonly at: number; readonly query: string } | null {
  const at = text.lastIndexOf('@', caret - 1);
  const query = at < 0 ? '' : text.slice(at + 1, caret);
  const begins = at <= 0 || !/[a-z0-9]/i.test(text.charAt(at - 1));
  return at >= 0 && begins && query.length <= MOST_QUERY && !/[\n@。、]/.test(query) ? { at, query } : null;
}

/** Bodies of these nations whose short name or name in either language fits; short names first. */
export function bodiesFor(query: string, bodies: readonly CaseBody[], nations: readonly string[]): CaseBody[] {
  const wanted = query.normalize('NFKC').toLowerCase();
  const rank = ({ code, name }: CaseBody): number => {
    const english = name.en.toLowerCase();
    if (code.startsWith(wanted)) return 0;
    if (english.split(/[\s,(]+/).some((word) => word.startsWith(wanted)) || english.startsWith(wanted)) return 1;
    return name.ja.normalize('NFKC').includes(wanted) ? 1 : 2;
  };
  return bodies
    .filter(({ offices }) => offices.some(({ party }) => nations.includes(party)))
    .filter((body) => rank(body) < 2)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, 8);
}

/** The text with a body named in place of what was typed for it, and where the caret stands then. */
export function withMention(text: string, at: number, caret: number, code: string): { text: string; caret: number } {
  const named = `${text.slice(0, at)}@${code} `;
  return { text: named + text.slice(caret).replace(/^ /, ''), caret: named.length };
}
