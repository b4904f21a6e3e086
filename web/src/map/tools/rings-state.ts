import type { Feature } from 'geojson';
import type { Position } from '../../records/model/position';
import { createStore } from '../../ui/store';
import { METRES_PER_MILE, ring } from '../grid/great-circle';

export interface Rings {
  readonly center: Position | null;
  /** The track or the record they go with; null when they stay where they are. */
  readonly follows: string | null;
  readonly miles: readonly number[];
}

export const rings = createStore<Rings>({ center: null, follows: null, miles: [5, 10, 20] });

const MOST = 8;
const WIDEST = 3_000;

/** Reads `12, 24 50`: radii in nautical miles, from small to large. Null when one of them is none. */
export function readRadii(text: string): readonly number[] | null {
  const radii = text
    .split(/[\s,;、]+/)
    .filter((part) => part !== '')
    .map(Number);
  const right = radii.every((one) => one > 0 && one <= WIDEST) && radii.length > 0 && radii.length <= MOST;
  return right ? [...new Set(radii)].sort((a, b) => a - b) : null;
}

export function ringFeatures({ center, miles }: Rings): Feature[] {
  if (center === null) {
    return [];
  }
  const around = miles.flatMap((radius): Feature[] => {
    const line = ring(center, radius * METRES_PER_MILE);
    return [
      { type: 'Feature', geometry: { type: 'LineString', coordinates: line }, properties: { part: 'ring', text: '' } },
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: line[0] ?? [center.lon, center.lat] },
        properties: { part: 'label', text: `${radius} NM` },
      },
    ];
  });
  return [
    ...around,
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [center.lon, center.lat] },
      properties: { part: 'point', text: '' },
    },
  ];
}
