import { useMemo } from 'react';
import type { ReliefMove, SharedRecord, Track } from '../../api/types';
import { useRoute } from '../../navigation/route';
import { useRecordsAsOf } from '../../records/model/as-of';
import { useMoves } from '../../relief/model/use-moves';
import { matches, trackChoice } from '../../tracks/model/track-filter';
import { useTracks } from '../../tracks/model/use-tracks';
import { useStore } from '../../ui/store';
import { useNow } from '../../ui/use-now';
import { locatedRecords } from '../sources/located-records';
import { mapChoice } from './map-choice';
import { showsMove, showsRecord, showsTrack } from './picture-filter';

export const TRACKS = 'tracks';
export const MOVES = 'moves';

export interface ShownRecords {
  /** All that have a position at the time looked at. */
  readonly held: readonly SharedRecord[];
  /** Those of them that are on the map. */
  readonly shown: readonly SharedRecord[];
  readonly later: number;
}

export function useShownRecords(): ShownRecords {
  const { records } = useStore(locatedRecords);
  const all = useMemo(() => [...records.values()], [records]);
  const { records: then, later } = useRecordsAsOf(all);
  const held = useMemo(() => then.filter(({ position, state }) => position && state === 'current'), [then]);
  const { hidden, filter } = useStore(mapChoice);
  const now = usePictureTime();
  const shown = useMemo(
    () => held.filter((record) => !hidden.includes(record.kind) && showsRecord(filter, record, now)),
    [held, hidden, filter, now],
  );
  return { held, shown, later };
}

export function useShownTracks(): readonly Track[] {
  const { tracks } = useTracks();
  const choice = useStore(trackChoice);
  const { hidden, filter } = useStore(mapChoice);
  const now = usePictureTime();
  return useMemo(
    () =>
      hidden.includes(TRACKS)
        ? []
        : [...tracks.values()].filter((track) => matches(track, choice) && showsTrack(filter, track, now)),
    [tracks, choice, hidden, filter, now],
  );
}

/** Convoys and sorties, as they are known now or were at the time looked at. */
export function useShownMoves(): readonly ReliefMove[] {
  const moves = useMoves();
  const { hidden, filter } = useStore(mapChoice);
  return useMemo(
    () => (hidden.includes(MOVES) ? [] : moves.filter((move) => showsMove(filter, move))),
    [moves, hidden, filter],
  );
}

/** The time of the picture in milliseconds; now goes on in steps, so that not everything is filtered anew all the time. */
export function usePictureTime(): number {
  const { at } = useRoute();
  const now = useNow(20_000).getTime();
  return at === null ? now : Date.parse(at);
}
