import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRecord } from '../api/get-record';
import { listKinds } from '../api/list-kinds';
import { listRecords, type RecordFilter } from '../api/list-records';
import { listRevisions } from '../api/list-revisions';

export const PAGE_SIZE = 100;

export function useRecordList(filter: RecordFilter) {
  return useInfiniteQuery({
    queryKey: ['records', filter],
    queryFn: ({ pageParam, signal }) => listRecords(filter, { cursor: pageParam, limit: PAGE_SIZE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
}

export function useRecord(id: string | null) {
  return useQuery({
    queryKey: ['record', id],
    queryFn: ({ signal }) => getRecord(id ?? '', signal),
    enabled: id !== null,
  });
}

export function useRevisions(id: string) {
  return useQuery({ queryKey: ['revisions', id], queryFn: ({ signal }) => listRevisions(id, signal) });
}

export function useKinds() {
  return useQuery({ queryKey: ['kinds'], queryFn: ({ signal }) => listKinds(signal), staleTime: Infinity });
}
