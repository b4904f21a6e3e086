import type { MapColors } from '../map-colors';
import { useLayer } from './use-layer';

/** One symbol for each record that is not a hazard; titles where there is room. */
export function SymbolLayer({ colors, hidden }: { colors: MapColors; hidden: readonly string[] }) {
  useLayer(
    {
      id: 'symbols',
      type: 'symbol',
      source: 'records',
      filter: ['all', ['!=', ['get', 'image'], ''], ['!', ['in', ['get', 'kind'], ['literal', [...hidden]]]]],
      layout: {
        'icon-image': ['get', 'image'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': false,
        'symbol-sort-key': ['get', 'urgency'],
        'text-field': ['step', ['zoom'], '', 6, ['get', 'title']],
        'text-font': ['Noto Sans JP Variable'],
        'text-size': 12,
        'text-optional': true,
        'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
        'text-radial-offset': 1.2,
        'text-max-width': 14,
        'text-justify': 'auto',
      },
      paint: { 'text-color': colors.text, 'text-halo-color': colors.halo, 'text-halo-width': 1.6 },
    },
    'selected',
  );
  return null;
}
