import { call } from '../../api/client';
import type { CasePage } from '../../api/types';

export function getCase(id: string, signal?: AbortSignal): Promise<CasePage> {
  return call('GET', `/api/v1/cases/${encodeURIComponent(id)}`, { signal });
}
