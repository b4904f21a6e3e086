import type { MapColors } from '../map-colors';
import { useLayer } from './use-layer';

/**
 * Symbols where there is room, then titles where there still is; the dots below stand for every record.
 * MapLibre places the upper layer first, so a title never takes the place of a symbol.
 */
export function SymbolLayer({ colors, hidden }: { colors: MapColors; hidden: readonly string[] }) {
  const filter = ['all', ['!=', ['get', 'image'], ''], ['!', ['in', ['get', 'kind'], ['literal', [...hidden]]]]];
  // The lower key is placed first: what is urgent keeps its symbol, the rest falls back to its dot.
  const order = ['-', 0, ['get', 'urgency']];
  useLayer(
    {
      id: 'symbols',
      type: 'symbol',
      source: 'records',
      filter: filter as never,
      layout: { 'icon-image': ['get', 'image'], 'icon-padding': -4, 'symbol-sort-key': order as never },
    },
    'selected',
  );
  useLayer(
    {
      id: 'titles',
      type: 'symbol',
      source: 'records',
      minzoom: 6,
      filter: filter as never,
      layout: {
        'symbol-sort-key': order as never,
        'text-field': ['get', 'title'],
        'text-font': ['Noto Sans JP Variable'],
        'text-size': 12,
        'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
        'text-radial-offset': 1.2,
        'text-max-width': 14,
        'text-justify': 'auto',
      },
      paint: { 'text-color': colors.text, 'text-halo-color': colors.halo, 'text-halo-width': 1.6 },
    },
    'symbols',
  );
  return null;
}
