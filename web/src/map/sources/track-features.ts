import type { Feature, FeatureCollection, Geometry, LineString, Point, Polygon } from 'geojson';
import type { Track, TrackDetail } from '../../api/types';
import type { Translate } from '../../i18n/translate';
import { trackSidc } from '../../tracks/model/track-symbol';
import { trackName } from '../../tracks/model/track-text';
import type { Wakes } from '../../tracks/model/wakes';

const KM_PER_DEGREE = 111.2;
const METRES_PER_DEGREE = KM_PER_DEGREE * 1000;
/** How far ahead the line at a symbol points: what is fast covers more in less time. */
const AHEAD_SECONDS = { sea: 360, land: 120, air: 60, unknown: 120 } as const;

export function trackFeatures(tracks: Iterable<Track>, t: Translate): FeatureCollection<Point> {
  const features: Feature<Point>[] = [];
  for (const track of tracks) {
    features.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [track.longitude, track.latitude] },
      properties: {
        id: track.id,
        title: track.coarse ? '' : trackName(track, t),
        image: `sidc:${trackSidc(track)}`,
        opacity: track.state === 'live' ? 1 : 0.45,
      },
    });
  }
  return { type: 'FeatureCollection', features };
}

/** A line ahead of everything that moves, and the cells of what is shown coarsely. */
export function motionFeatures(tracks: Iterable<Track>): FeatureCollection {
  const features: Feature<Geometry>[] = [];
  for (const track of tracks) {
    if (track.coarse) {
      features.push(feature(cell(track), 'cell'));
    } else if (track.course !== undefined && track.speed !== undefined && track.state === 'live') {
      features.push(feature(ahead(track, track.course, track.speed), 'ahead'));
    }
  }
  return { type: 'FeatureCollection', features };
}

/** Where everything that is shown was in the last minutes. */
export function wakeFeatures(tracks: Iterable<Track>, wakes: Wakes): FeatureCollection<LineString> {
  const features: Feature<LineString>[] = [];
  for (const track of tracks) {
    const line = wakes.of(track);
    if (line !== null && line.length > 1) {
      const near180 = line.map(([lon, lat], n): [number, number] => [near(lon, line[n - 1]?.[0]), lat]);
      features.push(feature(lineOf(near180), 'wake'));
    }
  }
  return { type: 'FeatureCollection', features };
}

/** Where the selected track was, feed by feed, and where it will be. */
export function trailFeatures(detail: TrackDetail | undefined): FeatureCollection<LineString> {
  if (detail === undefined) {
    return { type: 'FeatureCollection', features: [] };
  }
  const byFeed = new Map<string, [number, number][]>();
  for (const { feed = '', longitude, latitude } of detail.history) {
    const line = byFeed.get(feed) ?? [];
    line.push([near(longitude, line.at(-1)?.[0]), latitude]);
    byFeed.set(feed, line);
  }
  const features = [...byFeed.values()].filter((line) => line.length > 1).map((line) => feature(lineOf(line), 'past'));
  const last = detail.track;
  const future: [number, number][] = [[last.longitude, last.latitude]];
  for (const { longitude, latitude } of detail.predicted) {
    future.push([near(longitude, future.at(-1)?.[0]), latitude]);
  }
  return {
    type: 'FeatureCollection',
    features: future.length > 1 ? [...features, feature(lineOf(future), 'future')] : features,
  };
}

/** The cell of the node's grid: rows of equal height, cut into cells that are at least as wide as high. */
export function cell({ latitude, longitude, cellKm = KM_PER_DEGREE }: Track): Polygon {
  const rows = Math.round(KM_PER_DEGREE / cellKm);
  const south = latitude - 0.5 / rows;
  const north = latitude + 0.5 / rows;
  const edge = (Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180;
  const half = 180 / Math.max(1, Math.floor(360 * rows * Math.cos(edge)));
  const west = longitude - half;
  const east = longitude + half;
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

function ahead({ longitude, latitude, domain }: Track, course: number, speed: number): LineString {
  const way = (speed * AHEAD_SECONDS[domain]) / METRES_PER_DEGREE;
  const angle = (course * Math.PI) / 180;
  const narrow = Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  return lineOf([
    [longitude, latitude],
    [longitude + (way * Math.sin(angle)) / narrow, Math.min(90, Math.max(-90, latitude + way * Math.cos(angle)))],
  ]);
}

/** The same meridian written so that a line across the antimeridian does not go round the Earth. */
function near(longitude: number, before: number | undefined): number {
  return before === undefined ? longitude : longitude + 360 * Math.round((before - longitude) / 360);
}

function lineOf(coordinates: [number, number][]): LineString {
  return { type: 'LineString', coordinates };
}

function feature<G extends Geometry>(geometry: G, part: string): Feature<G> {
  return { type: 'Feature', geometry, properties: { part } };
}
