import { call } from '../../api/client';
import type { ReliefPlaceHistory } from '../../api/types';

/** A place by any record that reports it. */
export function getReliefPlace(id: string, signal?: AbortSignal): Promise<ReliefPlaceHistory> {
  return call('GET', `/api/v1/relief/places/${encodeURIComponent(id)}`, { signal });
}
