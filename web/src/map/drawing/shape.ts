import type { ShapeGeometry } from '../../records/model/geometry';
import type { Position } from '../../records/model/position';

export const SHAPES = ['point', 'route', 'area', 'text'] as const;
export type Shape = (typeof SHAPES)[number];

export const TONES = ['plain', 'blue', 'red', 'green', 'yellow'] as const;
export type Tone = (typeof TONES)[number];

export function fewest(shape: Shape): number {
  return { point: 1, text: 1, route: 2, area: 3 }[shape];
}

/** The geometry of points set one after another; null while they are too few. An area is closed here. */
export function geometryOf(shape: Shape, points: readonly Position[]): ShapeGeometry | null {
  const coordinates = points.map(({ lat, lon }) => [lon, lat]);
  const [first] = coordinates;
  if (first === undefined || coordinates.length < fewest(shape)) {
    return null;
  }
  switch (shape) {
    case 'point':
    case 'text':
      return { type: 'Point', coordinates: first };
    case 'route':
      return { type: 'LineString', coordinates };
    case 'area':
      return { type: 'Polygon', coordinates: [[...coordinates, first]] };
  }
}

export function shapeOf(geometry: ShapeGeometry): Exclude<Shape, 'text'> {
  return ({ Point: 'point', LineString: 'route', Polygon: 'area' } as const)[geometry.type];
}
