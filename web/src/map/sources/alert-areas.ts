import type { MultiLineString, Polygon } from 'geojson';
import type { Body } from '../../records/model/kind-view';

const KM_PER_DEGREE = 111.2;
const CORNERS = 48;

/** Where an alert holds, as CAP says it: polygons of [latitude, longitude], and circles; nothing of one that is over. */
export function alertAreas(body: Body): readonly Polygon[] {
  const areas = body['areas'];
  if (isOver(body) || !Array.isArray(areas)) {
    return [];
  }
  return areas.flatMap((area: unknown): Polygon[] => {
    const { polygon, circle } = (area ?? {}) as { polygon?: unknown; circle?: unknown };
    return [...polygonOf(polygon), ...circleOf(circle)];
  });
}

/** Of a coast: how grave what it is warned of is. */
export type CoastGrade = 'major' | 'warning' | 'advisory' | 'forecast';

export interface WarnedCoast {
  readonly geometry: MultiLineString;
  readonly grade: CoastGrade;
  /** The name and the height, as the source says it. */
  readonly title: string;
}

const GRADES: readonly CoastGrade[] = ['major', 'warning', 'advisory', 'forecast'];

/** The coasts that a tsunami telegram names; nothing of one that is over, nor where a warning was lifted. */
export function warnedCoasts(body: Body): readonly WarnedCoast[] {
  const areas = body['areas'];
  if (isOver(body) || !Array.isArray(areas)) {
    return [];
  }
  return areas.flatMap((area: unknown): WarnedCoast[] => {
    const { lines, grade: said, description, name } = (area ?? {}) as Record<string, unknown>;
    const grade = GRADES.find((one) => one === said);
    if (grade === undefined || !Array.isArray(lines) || !lines.every(isLine) || lines.length === 0) {
      return [];
    }
    return [
      {
        geometry: { type: 'MultiLineString', coordinates: lines.map((line) => line.map(([lat, lon]) => [lon, lat])) },
        grade,
        title: japanese(description) ?? japanese(name) ?? '',
      },
    ];
  });
}

function isOver(body: Body): boolean {
  return body['msgType'] === 'Cancel' || body['urgency'] === 'Past' || body['status'] === 'cancelled';
}

function isLine(line: unknown): line is [number, number][] {
  return Array.isArray(line) && line.length >= 2 && line.every(isPlace);
}

function japanese(text: unknown): string | undefined {
  const ja = typeof text === 'string' ? text : (text as { ja?: unknown } | undefined)?.ja;
  return typeof ja === 'string' ? ja : undefined;
}

function polygonOf(polygon: unknown): Polygon[] {
  if (!Array.isArray(polygon) || polygon.length < 4 || !polygon.every(isPlace)) {
    return [];
  }
  return [{ type: 'Polygon', coordinates: [polygon.map(([lat, lon]) => [lon, lat])] }];
}

function isPlace(place: unknown): place is [number, number] {
  return Array.isArray(place) && typeof place[0] === 'number' && typeof place[1] === 'number';
}

function circleOf(circle: unknown): Polygon[] {
  const match = typeof circle === 'string' ? /^(-?[\d.]+),(-?[\d.]+)\s+([\d.]+)$/.exec(circle.trim()) : null;
  const [lat, lon, km] = (match?.slice(1) ?? []).map(Number);
  if (lat === undefined || lon === undefined || km === undefined || !(km > 0) || Math.abs(lat) > 89) {
    return [];
  }
  const ring = Array.from({ length: CORNERS + 1 }, (_, i) => {
    const angle = (2 * Math.PI * (i % CORNERS)) / CORNERS;
    const north = (km / KM_PER_DEGREE) * Math.cos(angle);
    const east = ((km / KM_PER_DEGREE) * Math.sin(angle)) / Math.cos((lat * Math.PI) / 180);
    return [lon + east, lat + north];
  });
  return [{ type: 'Polygon', coordinates: [ring] }];
}
