import type { Metres, Position } from '../../records/model/position';

/** Mean radius of the Earth (IUGG). A great circle on it is right to half a percent. */
const RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;
export const METRES_PER_MILE = 1_852;

export interface Leg {
  readonly from: Position;
  readonly to: Position;
  readonly metres: Metres;
  /** Degrees from true north at the beginning of the leg. */
  readonly bearing: number;
}

export function distance(a: Position, b: Position): Metres {
  const [p, q] = [a.lat * RADIANS, b.lat * RADIANS];
  const h = Math.sin((q - p) / 2) ** 2 + Math.cos(p) * Math.cos(q) * Math.sin(((b.lon - a.lon) * RADIANS) / 2) ** 2;
  return (2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)))) as Metres;
}

export function bearing(a: Position, b: Position): number {
  const [p, q] = [a.lat * RADIANS, b.lat * RADIANS];
  const d = (b.lon - a.lon) * RADIANS;
  const angle = Math.atan2(
    Math.sin(d) * Math.cos(q),
    Math.cos(p) * Math.sin(q) - Math.sin(p) * Math.cos(q) * Math.cos(d),
  );
  return (angle / RADIANS + 360) % 360;
}

/** Where one comes to by going straight on from there. */
export function destination({ lat, lon }: Position, degrees: number, metres: number): Position {
  const way = metres / RADIUS;
  const [p, angle] = [lat * RADIANS, degrees * RADIANS];
  const q = Math.asin(Math.sin(p) * Math.cos(way) + Math.cos(p) * Math.sin(way) * Math.cos(angle));
  const d = Math.atan2(Math.sin(angle) * Math.sin(way) * Math.cos(p), Math.cos(way) - Math.sin(p) * Math.sin(q));
  return { lat: q / RADIANS, lon: lon + d / RADIANS };
}

export function legs(points: readonly Position[]): Leg[] {
  return points.slice(1).map((to, n) => {
    const from = points[n] as Position;
    return { from, to, metres: distance(from, to), bearing: bearing(from, to) };
  });
}

/** The way between two points, bent as it is on the map, without a leap at the antimeridian. */
export function path(a: Position, b: Position): [number, number][] {
  const metres = distance(a, b);
  const steps = Math.max(1, Math.min(128, Math.ceil(metres / 50_000)));
  const course = bearing(a, b);
  const line = Array.from({ length: steps }, (_, n) => destination(a, course, (metres * n) / steps));
  let before = a.lon;
  return [...line, b].map(({ lat, lon }) => {
    before = lon + 360 * Math.round((before - lon) / 360);
    return [before, lat];
  });
}

/** A ring of that radius, closed. */
export function ring(center: Position, metres: number): [number, number][] {
  return Array.from({ length: 121 }, (_, n) => {
    const { lat, lon } = destination(center, n * 3, metres);
    return [lon, lat];
  });
}

/** `087°`, three digits as on a compass. */
export function formatBearing(degrees: number): string {
  return `${String(Math.round(degrees) % 360).padStart(3, '0')}°`;
}

export function formatMiles(metres: number): string {
  const miles = metres / METRES_PER_MILE;
  return `${miles.toFixed(miles < 10 ? 2 : 1)} NM`;
}

export function formatKilometres(metres: number): string {
  return `${(metres / 1000).toFixed(metres < 10_000 ? 2 : 1)} km`;
}
