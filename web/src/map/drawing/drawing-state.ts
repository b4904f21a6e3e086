import type { Feature } from 'geojson';
import type { Position } from '../../records/model/position';
import { createStore } from '../../ui/store';
import { path } from '../grid/great-circle';
import type { Shape } from './shape';

export interface Drawing {
  readonly shape: Shape;
  readonly points: readonly Position[];
  /** The point that the next click moves; null when it adds one. */
  readonly moving: number | null;
}

export const NO_DRAWING: Drawing = { shape: 'area', points: [], moving: null };

/** What is being drawn and is no record yet. */
export const drawing = createStore<Drawing>(NO_DRAWING);

/** A point goes to the end, or to the place of the one that is being moved. What has one point has the newest. */
export function placed(now: Drawing, position: Position): Drawing {
  if (now.shape === 'point' || now.shape === 'text') {
    return { ...now, points: [position], moving: null };
  }
  return now.moving === null
    ? { ...now, points: [...now.points, position] }
    : { ...now, points: now.points.map((one, n) => (n === now.moving ? position : one)), moving: null };
}

export function without(now: Drawing, index: number): Drawing {
  return { ...now, points: now.points.filter((_, n) => n !== index), moving: null };
}

export function drawnFeatures({ shape, points, moving }: Drawing): Feature[] {
  const ends = points.map(({ lat, lon }, n): Feature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: {
      part: n === moving ? 'mark' : 'point',
      text: shape === 'area' || shape === 'route' ? `${n + 1}` : '',
    },
  }));
  const line = points.slice(1).flatMap((to, n) => path(points[n] as Position, to));
  const [first] = points;
  const last = points.at(-1);
  if (shape === 'area' && points.length > 2 && first && last) {
    const closed = [...line, ...path(last, first)];
    return [
      { type: 'Feature', geometry: { type: 'Polygon', coordinates: [closed] }, properties: { part: 'area', text: '' } },
      ...ends,
    ];
  }
  return line.length > 1
    ? [
        {
          type: 'Feature',
          geometry: { type: 'LineString', coordinates: line },
          properties: { part: 'route', text: '' },
        },
        ...ends,
      ]
    : ends;
}
