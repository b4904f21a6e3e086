import { openStream } from '../../api/open-stream';

/** What changes at the node: records, links, agreements. */
export function streamChanges(signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  return openStream('/api/v1/stream', signal);
}
