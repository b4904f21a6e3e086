import type { Track, TrackChanges } from '../../api/types';
import { followStream } from '../../node/model/follow-stream';
import { createStore } from '../../ui/store';
import { streamTracks } from '../api/stream-tracks';
import { liveWakes } from './wakes';

export interface LiveTracks {
  readonly tracks: ReadonlyMap<string, Track>;
  /** The last of those that fell silent for so long that they are shown no more. */
  readonly ended: ReadonlySet<string>;
  readonly state: 'connecting' | 'live' | 'lost';
}

const NONE: LiveTracks = { tracks: new Map(), ended: new Set(), state: 'connecting' };
const MOST_ENDED = 1_000;

/** Everything that moves, as the node tells it at most five times a second. */
export const liveTracks = createStore<LiveTracks>(NONE);

const RETRY_MILLIS = [1_000, 2_000, 5_000, 10_000];

/** Follows the tracks until stopped, and connects again for as long as it takes. */
export function followTracks(): () => void {
  const stopping = new AbortController();
  void run(stopping.signal);
  return () => {
    stopping.abort();
    liveTracks.set(NONE);
    liveWakes.clear();
  };
}

export function applied(before: ReadonlyMap<string, Track>, changes: TrackChanges): ReadonlyMap<string, Track> {
  const next = new Map(changes.whole ? [] : before);
  changes.gone.forEach((id) => next.delete(id));
  changes.tracks.forEach((track) => next.set(track.id, track));
  return next;
}

/** Whoever is told of again has not ended. */
export function endedAfter(before: ReadonlySet<string>, changes: TrackChanges): ReadonlySet<string> {
  if (changes.ended.length === 0 && !changes.tracks.some(({ id }) => before.has(id))) {
    return before;
  }
  const next = new Set([...before, ...changes.ended].slice(-MOST_ENDED));
  changes.tracks.forEach(({ id }) => next.delete(id));
  return next;
}

async function run(stopping: AbortSignal): Promise<void> {
  for (let failures = 0; !stopping.aborted; failures += 1) {
    try {
      await followStream(
        streamTracks,
        stopping,
        () => {
          failures = 0;
        },
        ({ event, data }) => {
          if (event === 'tracks' && !stopping.aborted) {
            const changes = JSON.parse(data) as TrackChanges;
            liveWakes.add(changes.tracks, Date.parse(changes.asOf));
            liveTracks.update((now) => ({
              tracks: applied(now.tracks, changes),
              ended: endedAfter(now.ended, changes),
              state: 'live',
            }));
          }
        },
      );
    } catch {
      // Whatever it was, the answer is the same: say that it is lost and try again.
    }
    if (!stopping.aborted) {
      liveTracks.update((now) => ({ ...now, state: 'lost' }));
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLIS[Math.min(failures, RETRY_MILLIS.length - 1)]));
    }
  }
}
