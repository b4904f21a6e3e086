import type { Track, TrackChanges } from '../../api/types';
import { EventStreamParser } from '../../node/model/event-stream';
import { createStore } from '../../ui/store';
import { streamTracks } from '../api/stream-tracks';

export interface LiveTracks {
  readonly tracks: ReadonlyMap<string, Track>;
  readonly state: 'connecting' | 'live' | 'lost';
}

const NONE: LiveTracks = { tracks: new Map(), state: 'connecting' };

/** Everything that moves, as the node tells it at most once a second. */
export const liveTracks = createStore<LiveTracks>(NONE);

/** The node sends something every 15 s at least. */
const SILENCE_MILLIS = 45_000;
const RETRY_MILLIS = [1_000, 2_000, 5_000, 10_000];

/** Follows the tracks until stopped, and connects again for as long as it takes. */
export function followTracks(): () => void {
  const stopping = new AbortController();
  void run(stopping.signal);
  return () => {
    stopping.abort();
    liveTracks.set(NONE);
  };
}

export function applied(before: ReadonlyMap<string, Track>, changes: TrackChanges): ReadonlyMap<string, Track> {
  const next = new Map(changes.whole ? [] : before);
  changes.gone.forEach((id) => next.delete(id));
  changes.tracks.forEach((track) => next.set(track.id, track));
  return next;
}

async function run(stopping: AbortSignal): Promise<void> {
  for (let failures = 0; !stopping.aborted; failures += 1) {
    try {
      await follow(stopping, () => {
        failures = 0;
      });
    } catch {
      // Whatever it was, the answer is the same: say that it is lost and try again.
    }
    if (!stopping.aborted) {
      liveTracks.update((now) => ({ ...now, state: 'lost' }));
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLIS[Math.min(failures, RETRY_MILLIS.length - 1)]));
    }
  }
}

async function follow(stopping: AbortSignal, onOpen: () => void): Promise<void> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MILLIS);
  try {
    const body = await streamTracks(AbortSignal.any([stopping, silence.signal]));
    onOpen();
    const parser = new EventStreamParser();
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MILLIS);
      parser.push(decoder.decode(part.value, { stream: true })).forEach(({ event, data }) => {
        if (event === 'tracks' && !stopping.aborted) {
          const changes = JSON.parse(data) as TrackChanges;
          liveTracks.update((now) => ({ tracks: applied(now.tracks, changes), state: 'live' }));
        }
      });
    }
  } finally {
    clearTimeout(timer);
  }
}
