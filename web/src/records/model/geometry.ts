import type { LineString, Point, Polygon } from 'geojson';
import type { Position } from './position';

export type ShapeGeometry = Point | LineString | Polygon;

/** So many points one feature may have; the node refuses more. */
export const MOST_POINTS = 2_000;

/** The points of a geometry for drawing on; holes of an area are not drawn and so not changed. */
export function pointsOf(geometry: ShapeGeometry): readonly Position[] {
  const toPosition = ([lon = 0, lat = 0]: readonly number[]): Position => ({ lat, lon });
  switch (geometry.type) {
    case 'Point':
      return [toPosition(geometry.coordinates)];
    case 'LineString':
      return geometry.coordinates.map(toPosition);
    case 'Polygon':
      return (geometry.coordinates[0] ?? []).slice(0, -1).map(toPosition);
  }
}

/** Where the feature is told to be: in the middle of its points, and never on the wrong side of the Earth. */
export function middleOf(geometry: ShapeGeometry): Position {
  const points = pointsOf(geometry);
  const base = points[0]?.lon ?? 0;
  const lons = points.map(({ lon }) => base + ((((lon - base + 180) % 360) + 360) % 360) - 180);
  const middle = (values: readonly number[]) =>
    (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  const rounded = (value: number) => Number(value.toFixed(5));
  const lon = middle(lons);
  return {
    lat: rounded(middle(points.map(({ lat }) => lat))),
    lon: rounded(((((lon + 180) % 360) + 360) % 360) - 180),
  };
}

/** Reads the geometry of a body as others may have written it; null when it is none that can be drawn. */
export function readGeometry(value: unknown): ShapeGeometry | null {
  const { type, coordinates } = (value ?? {}) as { type?: unknown; coordinates?: unknown };
  switch (type) {
    case 'Point':
      return isPair(coordinates) ? { type, coordinates } : null;
    case 'LineString':
      return isLine(coordinates, 2) ? { type, coordinates } : null;
    case 'Polygon':
      return Array.isArray(coordinates) && coordinates.length > 0 && coordinates.every((ring) => isLine(ring, 4))
        ? { type, coordinates: coordinates as [number, number][][] }
        : null;
    default:
      return null;
  }
}

function isLine(value: unknown, least: number): value is [number, number][] {
  return Array.isArray(value) && value.length >= least && value.length <= MOST_POINTS + 1 && value.every(isPair);
}

function isPair(value: unknown): value is [number, number] {
  if (!Array.isArray(value) || value.length < 2) {
    return false;
  }
  const [lon, lat] = value as unknown[];
  return typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
