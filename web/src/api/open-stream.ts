import { expire } from '../session/session';
import { authHeaders } from './client';
import { noAnswer, problemFrom } from './problem';

/** Opens a stream of events; the body is text/event-stream. EventSource cannot send the token, fetch can. */
export async function openStream(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(path, {
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
