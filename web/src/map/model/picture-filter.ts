import type { ReliefMove, SharedRecord, Track } from '../../api/types';
import { level, parseLabel, type Classification, CLASSIFICATIONS } from '../../release/model/label';
import { nationOf } from '../../tracks/model/track-nation';

/** What of the picture is shown, of records and of tracks alike; an empty text is no wish. */
export interface PictureFilter {
  /** A node that wrote it, or a feed that tells it. */
  readonly source: string;
  /** The party of a record; the flag of a ship or an aircraft, as far as its number tells. */
  readonly nation: string;
  /** Not older than so many minutes; 0 for any age. */
  readonly minutes: number;
  /** Not above this classification. */
  readonly upTo: Classification | '';
  /** Releasable to this party by its label. */
  readonly releasableTo: string;
  readonly domain: Track['domain'] | '';
}

export const NO_FILTER: PictureFilter = {
  source: '',
  nation: '',
  minutes: 0,
  upTo: '',
  releasableTo: '',
  domain: '',
};

export const AGES = [0, 5, 30, 60, 480, 1440] as const;

export function wishes(filter: PictureFilter): number {
  return Object.values(filter).filter((wish) => wish !== '' && wish !== 0).length;
}

export function showsRecord(filter: PictureFilter, record: SharedRecord, now: number): boolean {
  return (
    (filter.source === '' || record.origin === filter.source) &&
    (filter.nation === '' || record.party === filter.nation) &&
    isYoung(filter, record.time, now) &&
    fitsLabel(filter, record.banner)
  );
}

export function showsTrack(filter: PictureFilter, track: Track, now: number): boolean {
  return (
    (filter.source === '' || track.feeds.includes(filter.source)) &&
    (filter.nation === '' || nationOf(track) === filter.nation) &&
    (filter.domain === '' || track.domain === filter.domain) &&
    isYoung(filter, track.seenAt, now) &&
    fitsLabel(filter, track.label)
  );
}

/** Its age and its domain are nothing that one looks for in a move. */
export function showsMove(filter: PictureFilter, move: ReliefMove): boolean {
  return (
    filter.source === '' &&
    filter.domain === '' &&
    (filter.nation === '' || move.party === filter.nation) &&
    fitsLabel(filter, move.label)
  );
}

function isYoung({ minutes }: PictureFilter, time: string, now: number): boolean {
  return minutes === 0 || now - Date.parse(time) <= minutes * 60_000;
}

const known = new Map<string, ReturnType<typeof parseLabel>>();

/** A label that cannot be read counts as the highest, releasable to nobody. Few labels stand on very many tracks. */
function fitsLabel({ upTo, releasableTo }: PictureFilter, text: string): boolean {
  if (upTo === '' && releasableTo === '') {
    return true;
  }
  if (!known.has(text)) {
    known.set(text, parseLabel(text));
  }
  const label = known.get(text) ?? null;
  if (label === null) {
    return false;
  }
  const { releasable } = label;
  return (
    (upTo === '' || level(label) <= CLASSIFICATIONS.indexOf(upTo)) &&
    (releasableTo === '' ||
      releasable.kind === 'public' ||
      (releasable.kind === 'parties' && releasable.parties.includes(releasableTo)))
  );
}
