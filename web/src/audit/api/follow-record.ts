import { call } from '../../api/client';
import type { Trail } from '../../api/types';

export function followRecord(record: string, signal?: AbortSignal): Promise<Trail> {
  return call('GET', `/api/v1/audit/records/${encodeURIComponent(record)}`, { signal });
}
