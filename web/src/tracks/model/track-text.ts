import type { Track } from '../../api/types';
import type { Translate } from '../../i18n/translate';

const METRES_PER_SECOND_TO_KNOTS = 1.943_844;

/** The name of a track, or whatever else tells it from others. */
export function trackName(track: Track, t: Translate): string {
  if (track.coarse) {
    return t('track.coarseName');
  }
  return track.name ?? track.callsign ?? track.identities[0] ?? track.id.slice(0, 8);
}

/** `087° 14.2 kn`; what is not known is left out. */
export function motionText({ course, speed }: Pick<Track, 'course' | 'speed'>): string {
  const parts = [
    course === undefined ? '' : `${String(Math.round(course) % 360).padStart(3, '0')}°`,
    speed === undefined ? '' : `${(speed * METRES_PER_SECOND_TO_KNOTS).toFixed(1)} kn`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
