import type { MapColors } from '../map-colors';
import { useLayer } from './use-layer';

/** One dot for each record that is not a hazard, so that none is hidden where symbols have no room. */
export function DotLayer({ colors, hidden }: { colors: MapColors; hidden: readonly string[] }) {
  useLayer(
    {
      id: 'dots',
      type: 'circle',
      source: 'records',
      filter: ['all', ['!=', ['get', 'image'], ''], ['!', ['in', ['get', 'kind'], ['literal', [...hidden]]]]],
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
