import type { MapColors } from '../map-colors';
import { useLayer } from './use-layer';

/** Circles whose area follows the magnitude; one step of magnitude is clearly larger. */
export function HazardLayer({ colors }: { colors: MapColors }) {
  useLayer(
    {
      id: 'hazards',
      type: 'circle',
      source: 'hazards',
      filter: ['>', ['get', 'magnitude'], 0],
      layout: { 'circle-sort-key': ['-', 0, ['get', 'magnitude']] },
      paint: {
        'circle-radius': ['interpolate', ['exponential', 1.7], ['get', 'magnitude'], 1, 2, 4, 5, 6, 14, 7.5, 32, 9, 60],
        'circle-color': colors.hazard,
        'circle-opacity': 0.22,
        'circle-stroke-color': colors.hazard,
        'circle-stroke-width': 1.4,
      },
    },
    'dots',
  );
  return null;
}
