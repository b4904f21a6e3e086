import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SharedRecord } from '../../api/types';
import { useRoute } from '../../navigation/route';
import { listRevisions } from '../api/list-revisions';

/** Above this many records that were revised since, their earlier revisions are not asked for. */
const MOST = 200;

export interface RecordsAsOf {
  readonly records: readonly SharedRecord[];
  /** How many are held now of which nothing was held then, or not known whether. */
  readonly later: number;
}

/** The newest revision that was held here at that time; null when none was. */
export function heldAt(revisions: readonly SharedRecord[], at: string): SharedRecord | null {
  return revisions.filter(({ storedAt }) => isBy(storedAt, at)).at(-1) ?? null;
}

/** What came later and has an earlier revision that may have been held. */
export function revisedSince(records: readonly SharedRecord[], at: string): readonly SharedRecord[] {
  return records.filter(({ storedAt, revision }) => !isBy(storedAt, at) && revision > 1);
}

function isBy(storedAt: string, at: string): boolean {
  return Date.parse(storedAt) <= Date.parse(at);
}

export function asOf(
  records: readonly SharedRecord[],
  at: string,
  revisionsOf: (id: string) => readonly SharedRecord[] | undefined,
): RecordsAsOf {
  const held = records.flatMap((record) => {
    const one = isBy(record.storedAt, at) ? record : heldAt(revisionsOf(record.id) ?? [], at);
    return one ? [one] : [];
  });
  return { records: held, later: records.length - held.length };
}

/**
 * The records as they were held at the time somebody looks at. The node tells the newest revisions; the ones before are asked for
 * one by one. What was recalled since is not among them: its content is gone.
 */
export function useRecordsAsOf(records: readonly SharedRecord[]): RecordsAsOf {
  const { at } = useRoute();
  const revised = useMemo(() => (at === null ? [] : revisedSince(records, at).slice(0, MOST)), [records, at]);
  const revisions = useQueries({
    queries: revised.map(({ id }) => ({
      queryKey: ['revisions', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => listRevisions(id, signal),
    })),
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(() => {
    if (at === null) {
      return { records, later: 0 };
    }
    const byId = new Map(revised.map(({ id }, n) => [id, revisions[n]]));
    return asOf(records, at, (id) => byId.get(id));
  }, [records, at, revised, revisions]);
}
