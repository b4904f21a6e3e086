import type { Track } from '../../api/types';
import { createStore } from '../../ui/store';
import { listTracks } from '../api/list-tracks';
import { pastWakes } from './wakes';

export interface PastTracks {
  /** The time of what is shown; behind the time asked for while the node makes that picture. */
  readonly at: string | null;
  readonly tracks: ReadonlyMap<string, Track>;
  readonly loading: boolean;
  readonly failure: unknown;
}

const NONE: PastTracks = { at: null, tracks: new Map(), loading: false, failure: null };

/** What moved at the time somebody looks at. What was shown stays until the next picture is there. */
export const pastTracks = createStore<PastTracks>(NONE);

let wanted: string | null = null;
let asking = false;

/** Asks for the picture of that time. One question at a time: of those that come meanwhile only the last is asked. */
export function lookBack(at: string | null): void {
  wanted = at;
  if (at === null) {
    pastTracks.set(NONE);
  } else if (!asking && pastTracks.get().at !== at) {
    void ask(at);
  }
}

async function ask(at: string): Promise<void> {
  asking = true;
  pastTracks.update((now) => ({ ...now, loading: true }));
  const next = await listTracks(at).then(
    ({ tracks }): PastTracks => ({
      at,
      tracks: new Map(tracks.map((track) => [track.id, track])),
      loading: false,
      failure: null,
    }),
    (failure: unknown): PastTracks => ({ at, tracks: new Map(), loading: false, failure }),
  );
  asking = false;
  if (wanted === null) {
    return;
  }
  pastWakes.add(next.tracks.values(), Date.parse(at));
  pastTracks.set(next);
  if (wanted !== at) {
    void ask(wanted);
  }
}
