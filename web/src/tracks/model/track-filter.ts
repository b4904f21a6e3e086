import type { Track } from '../../api/types';
import { createStore } from '../../ui/store';

export type TrackDomain = Track['domain'];
export const DOMAINS: readonly TrackDomain[] = ['sea', 'air', 'land', 'unknown'];

export interface TrackChoice {
  readonly text: string;
  readonly domain: TrackDomain | '';
  readonly nation: string;
}

export const NO_CHOICE: TrackChoice = { text: '', domain: '', nation: '' };

/** Holds for the list and for the map alike. */
export const trackChoice = createStore<TrackChoice>(NO_CHOICE);

/** By name, call sign, MMSI, ICAO address: part of any of them, in any case. */
export function matches(track: Track, { text, domain, nation }: TrackChoice): boolean {
  const wanted = text.trim().toLowerCase();
  return (
    (domain === '' || track.domain === domain) &&
    (nation === '' || tellerOf(track) === nation) &&
    (wanted === '' ||
      [track.name, track.callsign, ...track.identities].some((said) => said?.toLowerCase().includes(wanted) ?? false))
  );
}

/** The nation, or other party, that tells of it. */
export function tellerOf({ origin }: Pick<Track, 'origin'>): string {
  return origin.split('/')[0] ?? origin;
}

/** Those that match, the newest first. */
export function chosen(tracks: Iterable<Track>, choice: TrackChoice): readonly Track[] {
  return [...tracks]
    .filter((track) => matches(track, choice))
    .sort((a, b) => (a.seenAt < b.seenAt ? 1 : a.seenAt > b.seenAt ? -1 : 0));
}
