import { callForFile } from '../../api/client';

export interface Stretch {
  readonly from?: string;
  readonly until?: string;
}

export function exportAudit({ from, until }: Stretch): Promise<Blob> {
  return callForFile('GET', '/api/v1/audit/export', { query: { from, until } });
}
