import { call } from '../../api/client';
import type { ReliefMovePage } from '../../api/types';

export function getMove(id: string, signal?: AbortSignal): Promise<ReliefMovePage> {
  return call('GET', `/api/v1/relief/moves/${encodeURIComponent(id)}`, { signal });
}
