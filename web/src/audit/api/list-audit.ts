import { call } from '../../api/client';
import type { AuditEntry } from '../../api/types';

export interface AuditFilter {
  readonly record?: string;
  readonly event?: string;
  readonly actor?: string;
  readonly party?: string;
  readonly from?: string;
  readonly until?: string;
  readonly text?: string;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly size: number;
  readonly next: string | null;
}

export function listAudit(filter: AuditFilter, cursor: string | undefined, signal?: AbortSignal): Promise<AuditPage> {
  return call('GET', '/api/v1/audit', { query: { ...filter, cursor }, signal });
}
