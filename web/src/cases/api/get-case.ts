import { call } from '../../api/client';
import type { CasePage } from '../../api/types';

/** With the newest statements, so many as asked for. */
export function getCase(id: string, newest: number, signal?: AbortSignal): Promise<CasePage> {
  return call('GET', `/api/v1/cases/${encodeURIComponent(id)}`, { query: { newest: String(newest) }, signal });
}
