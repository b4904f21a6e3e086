import { call } from '../../api/client';
import type { TrackDetail } from '../../api/types';

export function getTrack(id: string, at: string | null, signal?: AbortSignal): Promise<TrackDetail> {
  return call('GET', `/api/v1/tracks/${encodeURIComponent(id)}`, { query: { at: at ?? undefined }, signal });
}
