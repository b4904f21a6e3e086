import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getAuditCheckpoint } from '../api/get-audit-checkpoint';
import { listAudit, type AuditFilter } from '../api/list-audit';

export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', 'entries', filter],
    queryFn: ({ pageParam, signal }) => listAudit(filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function useAuditCheckpoint() {
  return useQuery({ queryKey: ['audit', 'checkpoint'], queryFn: ({ signal }) => getAuditCheckpoint(signal) });
}
