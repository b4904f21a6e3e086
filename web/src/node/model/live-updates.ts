import type { LinkState } from '../../api/types';
import { createStore } from '../../ui/store';
import { streamChanges } from '../api/stream-changes';
import type { StreamEvent } from './event-stream';
import { followStream } from './follow-stream';

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
      await followStream(
        streamChanges,
        stopping,
        () => {
          failures = 0;
          liveState.set({ state: 'live' });
          if (everLive) {
            onChange({ type: 'reconnected' });
          }
          everLive = true;
        },
        (event) => {
          const change = changeFrom(event);
          if (change) {
            onChange(change);
          }
        },
      );
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
