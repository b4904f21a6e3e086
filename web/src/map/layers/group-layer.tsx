import type { MapColors } from '../map-colors';
import { useLayer } from './use-layer';

export const GROUPS = ['record-groups', 'track-groups'] as const;

/** A disc with a number where symbols would lie on each other: round for records, with a ring for tracks. */
export function GroupLayer({ colors }: { colors: MapColors }) {
  useDisc('record-groups', 'records', colors, colors.accent, 1.5);
  useDisc('track-groups', 'tracks', colors, colors.text, 3);
  useNumber('record-group-numbers', 'records', colors);
  useNumber('track-group-numbers', 'tracks', colors);
  return null;
}

function useDisc(id: string, source: string, colors: MapColors, ring: string, width: number): void {
  useLayer(
    {
      id,
      type: 'circle',
      source,
      filter: ['has', 'point_count'],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['get', 'point_count'], 2, 10, 20, 13, 200, 17, 5000, 22],
        'circle-color': colors.halo,
        'circle-opacity': 0.85,
        'circle-stroke-color': ring,
        'circle-stroke-width': width,
      },
    },
    'selected',
  );
}

function useNumber(id: string, source: string, colors: MapColors): void {
  useLayer(
    {
      id,
      type: 'symbol',
      source,
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['get', 'point_count_abbreviated'],
        'text-font': ['Noto Sans JP Variable'],
        'text-size': 11,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': colors.text },
    },
    'selected',
  );
}
