import { openStream } from '../../api/open-stream';

/** What moves: first everything, then what changes. */
export function streamTracks(signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  return openStream('/api/v1/tracks/stream', signal);
}
