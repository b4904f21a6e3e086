import { useMemo } from 'react';
import type { SharedRecord } from '../../api/types';
import { useRecordsAsOf } from '../../records/model/as-of';
import { useRecordList } from '../../records/model/record-queries';
import { createStore } from '../../ui/store';
import { ALERT_KINDS, FIRST_ALERTS, type AlertChoice, type AlertKind } from './alert-order';

export const alertChoice = createStore<AlertChoice>(FIRST_ALERTS);

const FILTERS = Object.fromEntries(ALERT_KINDS.map((kind) => [kind, { kind }])) as Record<
  AlertKind,
  { readonly kind: AlertKind }
>;

export interface Alerts {
  readonly records: readonly SharedRecord[];
  readonly later: number;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

/** All alerts and findings that are held here, as of the time looked at. */
export function useAlerts(): Alerts {
  const warnings = useRecordList(FILTERS.alert);
  const findings = useRecordList(FILTERS.finding);
  const both = [warnings, findings];
  const held = useMemo(
    () => [warnings.data, findings.data].flatMap((list) => list?.pages.flatMap((page) => page.records) ?? []),
    [warnings.data, findings.data],
  );
  const { records, later } = useRecordsAsOf(held);
  return {
    records,
    later,
    isPending: both.some((list) => list.isPending),
    error: both.map((list) => list.error).find((error) => error !== null) ?? null,
    hasMore: both.some((list) => list.hasNextPage),
    loadMore: () => both.filter((list) => list.hasNextPage).forEach((list) => void list.fetchNextPage()),
    retry: () => both.forEach((list) => void list.refetch()),
  };
}
