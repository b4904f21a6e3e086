import { call } from '../../api/client';
import type { TrackPicture } from '../../api/types';

/** What moved, as of a time that is kept. */
export function listTracks(at: string, signal?: AbortSignal): Promise<TrackPicture> {
  return call('GET', '/api/v1/tracks', { query: { at }, signal });
}
