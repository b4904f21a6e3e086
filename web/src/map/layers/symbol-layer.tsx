import type { SymbolLayerSpecification } from 'maplibre-gl';
import type { MapColors } from '../map-colors';
import { useLayer } from './use-layer';

type Paint = NonNullable<SymbolLayerSpecification['paint']>;

/** The lower key is placed first: what is urgent keeps its symbol, the rest falls back to its dot. */
const ORDER = ['-', 0, ['get', 'urgency']] as const;
const ALONE = ['!', ['has', 'point_count']] as const;

/**
 * Symbols where there is room, then titles where there still is; the dots below stand for every record.
 * MapLibre places the upper layer first, so a title never takes the place of a symbol. What is urgent is always drawn.
 */
export function SymbolLayer({ colors }: { colors: MapColors }) {
  const paint: Paint = { 'text-color': colors.text, 'text-halo-color': colors.halo, 'text-halo-width': 1.6 };
  useLayer(
    {
      id: 'symbols',
      type: 'symbol',
      source: 'records',
      filter: ALONE as never,
      layout: { 'icon-image': ['get', 'image'], 'icon-padding': -4, 'symbol-sort-key': ORDER as never },
    },
    'selected',
  );
  useLayer(
    {
      id: 'urgent-symbols',
      type: 'symbol',
      source: 'hazards',
      filter: ['!=', ['get', 'image'], ''],
      layout: {
        'icon-image': ['get', 'image'],
        'icon-allow-overlap': true,
        'icon-padding': -4,
        'symbol-sort-key': ORDER as never,
      },
    },
    'selected',
  );
  useLayer(titles('titles', 'records', ALONE, paint), 'symbols');
  useLayer(titles('urgent-titles', 'hazards', ['!=', ['get', 'image'], ''], paint), 'symbols');
  return null;
}

function titles(id: string, source: string, filter: readonly unknown[], paint: Paint): SymbolLayerSpecification {
  return {
    id,
    type: 'symbol',
    source,
    minzoom: 6,
    filter: filter as never,
    layout: {
      'symbol-sort-key': ORDER as never,
      'text-field': ['get', 'title'],
      'text-font': ['Noto Sans JP Variable'],
      'text-size': 12,
      'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
      'text-radial-offset': 1.2,
      'text-max-width': 14,
      'text-justify': 'auto',
    },
    paint,
  };
}
