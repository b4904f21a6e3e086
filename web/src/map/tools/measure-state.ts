import type { Feature } from 'geojson';
import type { Position } from '../../records/model/position';
import { createStore } from '../../ui/store';
import { formatBearing, formatMiles, legs, path } from '../grid/great-circle';

/** The points measured between, in their order. */
export const measured = createStore<readonly Position[]>([]);

export function measuredFeatures(points: readonly Position[]): Feature[] {
  const lines = legs(points).flatMap(({ from, to, metres, bearing }): Feature[] => {
    const way = path(from, to);
    return [
      { type: 'Feature', geometry: { type: 'LineString', coordinates: way }, properties: { part: 'leg', text: '' } },
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: middle(way) },
        properties: { part: 'label', text: `${formatBearing(bearing)} ${formatMiles(metres)}` },
      },
    ];
  });
  const ends = points.map(({ lat, lon }): Feature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: { part: 'point', text: '' },
  }));
  return [...lines, ...ends];
}

function middle(line: readonly [number, number][]): [number, number] {
  const [a, b] = [line[Math.floor((line.length - 1) / 2)], line[Math.ceil((line.length - 1) / 2)]];
  return [((a?.[0] ?? 0) + (b?.[0] ?? 0)) / 2, ((a?.[1] ?? 0) + (b?.[1] ?? 0)) / 2];
}
