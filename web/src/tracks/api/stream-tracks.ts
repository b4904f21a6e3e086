import { authHeaders } from '../../api/client';
import { noAnswer, problemFrom } from '../../api/problem';
import { expire } from '../../session/session';

/** Opens the stream of tracks; the body is text/event-stream. */
export async function streamTracks(signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch('/api/v1/tracks/stream', {
    headers: { ...authHeaders(), Accept: 'text/event-stream' },
    cache: 'no-store',
    signal,
  });
  if (response.status === 401) {
    expire();
  }
  if (!response.ok) {
    throw await problemFrom(response);
  }
  if (!response.body) {
    throw noAnswer();
  }
  return response.body;
}
