import type { Attachment, SearchCount, SearchFile, SearchPassage, SearchResult, SharedRecord } from '../../api/types';
import type { FakeState } from './fake-state';

const PAGE = 50;

/** All words that stand in a body, a value on each line. */
function lines(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(lines) : [];
}

function passages(text: readonly string[], words: readonly string[]): SearchPassage[] {
  return text
    .flatMap((line) => {
      const marks = words
        .map((word) => [line.toLowerCase().indexOf(word), word.length] as const)
        .filter(([begin]) => begin >= 0)
        .sort(([a], [b]) => a - b)
        .map(([begin, length]) => [begin, begin + length]);
      return marks.length === 0 ? [] : [{ text: line, marks, page: null }];
    })
    .slice(0, 3);
}

function says(text: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => text.join('\n').toLowerCase().includes(word));
}

/** Attachments in plain text that are here. */
function files(state: FakeState, { body }: SharedRecord, words: readonly string[]): SearchFile[] {
  const listed = (body as Readonly<Record<string, unknown>>)['attachments'];
  return (Array.isArray(listed) ? (listed as Attachment[]) : []).flatMap(({ name, sha256, type }) => {
    const text = type.startsWith('text/') ? (state.attachments.contents.get(sha256)?.toString() ?? '') : '';
    const found = text.split('\n');
    return text !== '' && says(found, words) ? [{ name, sha256, passages: passages(found, words) }] : [];
  });
}

function counts(codes: readonly string[]): SearchCount[] {
  return [...new Set(codes)].map((code) => ({ code, count: codes.filter((one) => one === code).length }));
}

/** Words as they stand, without forms or operators: enough to show the screen. */
export function answerSearch(state: FakeState, steps: readonly string[], query: URLSearchParams): unknown {
  if (steps[0] !== 'search') {
    return undefined;
  }
  const words = (query.get('text') ?? '').toLowerCase().split(/\s+/u).filter(Boolean);
  const found = [...state.order]
    .reverse()
    .map((id) => state.newest(id) as SharedRecord)
    .filter(({ kind }) => (query.get('kind') ?? kind) === kind)
    .filter(({ party }) => (query.get('party') ?? party) === party)
    .map((record) => ({ record, text: lines(record.body) }))
    .filter(({ record, text }) => says(text, words) || files(state, record, words).length > 0);
  const offset = Number(query.get('offset') ?? 0);
  const result: SearchResult = {
    total: found.length,
    more: false,
    kinds: counts(found.map(({ record }) => record.kind)),
    parties: counts(found.map(({ record }) => record.party)),
    hits: found
      .slice(offset, offset + PAGE)
      .map(({ record, text }) => ({ record, passages: passages(text, words), files: files(state, record, words) })),
    index: { complete: true, done: found.length, of: found.length },
  };
  return result;
}
