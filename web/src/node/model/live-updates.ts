import type { LinkState } from '../../api/types';
import { createStore } from '../../ui/store';
import { streamChanges } from '../api/stream-changes';
import { EventStreamParser, type StreamEvent } from './event-stream';

export interface RecordChange {
  readonly id: string;
  readonly revision: number;
  readonly origin: string;
  readonly kind: string;
  readonly change: 'stored' | 'revised' | 'recalled' | 'received';
}

export type Change =
  | { readonly type: 'record'; readonly record: RecordChange }
  | { readonly type: 'link'; readonly link: LinkState }
  | { readonly type: 'agreement'; readonly id: string }
  | { readonly type: 'reconnected' };

export type LiveState =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  | { readonly state: 'lost'; readonly since: number; readonly retryAt: number };

export const liveState = createStore<LiveState>({ state: 'connecting' });

/** The node sends a comment every 15 s; three of them missing means the connection is dead though nobody said so. */
const SILENCE_MILLIS = 45_000;
const RETRY_MILLIS = [1_000, 2_000, 5_000, 10_000, 15_000];

let retryNow: () => void = () => {};

export function retryLive(): void {
  retryNow();
}

/** Follows the stream until stopped, and connects again for as long as it takes. */
export function followChanges(onChange: (change: Change) => void): () => void {
  const stopping = new AbortController();
  void run(stopping.signal, onChange);
  return () => stopping.abort();
}

async function run(stopping: AbortSignal, onChange: (change: Change) => void): Promise<void> {
  let failures = 0;
  let everLive = false;
  while (!stopping.aborted) {
    try {
      await follow(stopping, onChange, () => {
        failures = 0;
        liveState.set({ state: 'live' });
        if (everLive) {
          onChange({ type: 'reconnected' });
        }
        everLive = true;
      });
    } catch {
      // Whatever it was, the answer is the same: say that it is lost and try again.
    }
    if (stopping.aborted) {
      break;
    }
    const wait = RETRY_MILLIS[Math.min(failures, RETRY_MILLIS.length - 1)] ?? 15_000;
    failures += 1;
    const before = liveState.get();
    const since = before.state === 'lost' ? before.since : Date.now();
    liveState.set({ state: 'lost', since, retryAt: Date.now() + wait });
    await pause(wait, stopping);
  }
  liveState.set({ state: 'connecting' });
}

async function follow(stopping: AbortSignal, onChange: (change: Change) => void, onOpen: () => void): Promise<void> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MILLIS);
  try {
    const body = await streamChanges(AbortSignal.any([stopping, silence.signal]));
    onOpen();
    const parser = new EventStreamParser();
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MILLIS);
      parser.push(decoder.decode(part.value, { stream: true })).forEach((event) => {
        const change = changeFrom(event);
        if (change) {
          onChange(change);
        }
      });
    }
  } finally {
    clearTimeout(timer);
  }
}

function changeFrom({ event, data }: StreamEvent): Change | null {
  switch (event) {
    case 'record':
      return { type: 'record', record: JSON.parse(data) as RecordChange };
    case 'link':
      return { type: 'link', link: JSON.parse(data) as LinkState };
    case 'agreement':
      return { type: 'agreement', id: (JSON.parse(data) as { id: string }).id };
    default:
      return null;
  }
}

function pause(millis: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stopping.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, millis);
    stopping.addEventListener('abort', done);
    retryNow = done;
  });
}
