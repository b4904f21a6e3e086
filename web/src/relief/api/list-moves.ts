import { call } from '../../api/client';
import type { ReliefMoves } from '../../api/types';

/** Convoys and sorties as they were known here at that time. */
export function listMoves(at: string, signal?: AbortSignal): Promise<ReliefMoves> {
  return call('GET', '/api/v1/relief/moves', { query: { at }, signal });
}
