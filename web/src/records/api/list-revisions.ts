import { call } from '../../api/client';
import type { SharedRecord } from '../../api/types';

export async function listRevisions(id: string, signal?: AbortSignal): Promise<SharedRecord[]> {
  const path = `/api/v1/records/${encodeURIComponent(id)}/revisions`;
  return (await call<{ revisions: SharedRecord[] }>('GET', path, { signal })).revisions;
}
