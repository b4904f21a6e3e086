import { call } from '../../api/client';
import type { SharedRecord } from '../../api/types';

export function getRecord(id: string, signal?: AbortSignal): Promise<SharedRecord> {
  return call('GET', `/api/v1/records/${encodeURIComponent(id)}`, { signal });
}
