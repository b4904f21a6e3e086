import type { MapColors } from '../map-colors';
import { useLayer } from './use-layer';

/** One dot for each record that is not a hazard, so that none is hidden where symbols have no room. */
export function DotLayer({ colors }: { colors: MapColors }) {
  useLayer(
    {
      id: 'dots',
      type: 'circle',
      source: 'records',
      filter: ['!', ['has', 'point_count']],
      layout: { 'circle-sort-key': ['get', 'urgency'] },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 3, 2, 8, 4],
        'circle-color': colors.accent,
        'circle-stroke-color': colors.halo,
        'circle-stroke-width': 1,
      },
    },
    'titles',
  );
  return null;
}
