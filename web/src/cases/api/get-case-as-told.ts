import { call } from '../../api/client';
import type { CasePage } from '../../api/types';

/** The case as a nation knew it at an instant. */
export function getCaseAsTold(id: string, to: string, until: string, signal?: AbortSignal): Promise<CasePage> {
  return call('GET', `/api/v1/cases/${encodeURIComponent(id)}/told`, { query: { to, until }, signal });
}
