import type { Track } from '../../api/types';
import { useRoute } from '../../navigation/route';
import { useStore } from '../../ui/store';
import { liveTracks } from './live-tracks';
import { pastTracks } from './past-tracks';

export interface ShownTracks {
  readonly tracks: ReadonlyMap<string, Track>;
  readonly state: 'connecting' | 'live' | 'lost' | 'past';
  readonly failure: unknown;
}

/** What moves, now or at the time somebody looks at. */
export function useTracks(): ShownTracks {
  const { at } = useRoute();
  const live = useStore(liveTracks);
  const past = useStore(pastTracks);
  if (at === null) {
    return { ...live, failure: null };
  }
  return { tracks: past.tracks, state: past.at === null ? 'connecting' : 'past', failure: past.failure };
}
