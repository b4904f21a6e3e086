import type { CaseStatement } from '../../api/types';

/** A statement that stands for itself, and what stands under it. */
export interface Thread {
  readonly root: CaseStatement;
  readonly replies: readonly CaseStatement[];
}

/** What was said, each reply under the statement that its thread began with; receipts and enclosures stand elsewhere. */
export function threadsOf(statements: readonly CaseStatement[]): readonly Thread[] {
  const byRecord = new Map(statements.map((one) => [one.record, one]));
  const rootOf = (one: CaseStatement): CaseStatement => {
    const named = one.act === 'remark' && one.fits ? byRecord.get(one.on[0] ?? '') : undefined;
    return named ? rootOf(named) : one;
  };
  const shown = statements.filter((one) => one.act !== 'receipt' && !isEnclosed(one, byRecord));
  const replies = new Map<string, CaseStatement[]>();
  for (const one of shown) {
    const root = rootOf(one);
    if (root !== one) {
      replies.set(root.record, [...(replies.get(root.record) ?? []), one]);
    }
  }
  return shown.filter((one) => rootOf(one) === one).map((root) => ({ root, replies: replies.get(root.record) ?? [] }));
}

/** The files to a statement that were said apart. */
export function enclosuresOf(statements: readonly CaseStatement[], record: string): readonly CaseStatement[] {
  return statements.filter(({ act, fits, on }) => act === 'enclose' && fits && on.includes(record));
}

function isEnclosed({ act, fits, on }: CaseStatement, byRecord: ReadonlyMap<string, CaseStatement>): boolean {
  return act === 'enclose' && fits && on.every((one) => byRecord.has(one));
}
