import { call } from '../../api/client';
import type { TrackDetail } from '../../api/types';

export function getTrack(id: string, signal?: AbortSignal): Promise<TrackDetail> {
  return call('GET', `/api/v1/tracks/${encodeURIComponent(id)}`, { signal });
}
