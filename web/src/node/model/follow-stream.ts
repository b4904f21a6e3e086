import { EventStreamParser, type StreamEvent } from './event-stream';

/** The node sends a comment every 15 s; three of them missing means the connection is dead though nobody said so. */
const SILENCE_MILLIS = 45_000;

/** Reads a stream to its end, until stopped, or until it is silent for too long. */
export async function followStream(
  open: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>,
  stopping: AbortSignal,
  onOpen: () => void,
  onEvent: (event: StreamEvent) => void,
): Promise<void> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MILLIS);
  try {
    const body = await open(AbortSignal.any([stopping, silence.signal]));
    onOpen();
    const parser = new EventStreamParser();
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MILLIS);
      parser.push(decoder.decode(part.value, { stream: true })).forEach(onEvent);
    }
  } finally {
    clearTimeout(timer);
  }
}
