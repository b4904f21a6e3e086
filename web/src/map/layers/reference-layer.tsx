import { useQuery } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import type { MapColors } from '../map-colors';
import { useLayer, useSource } from './use-layer';

export const DEPTH = 'depth';
export const PORTS = 'ports';
export const AIRFIELDS = 'airfields';

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
const FOREVER = { staleTime: Infinity, gcTime: Infinity } as const;

/** Where `scripts/pack-base.mjs` put it. */
async function load(name: string): Promise<FeatureCollection> {
  return (await fetch(`/assets/base/${name}.json`)).json() as Promise<FeatureCollection>;
}

/** The 200 m depth line around Japan, ports and airfields (Natural Earth). Read when they are switched on, not before. */
export function ReferenceLayer({ colors, hidden }: { colors: MapColors; hidden: readonly string[] }) {
  const on = (layer: string) => !hidden.includes(layer);
  const places = on(PORTS) || on(AIRFIELDS);
  const depth = useQuery({ queryKey: ['depth'], queryFn: () => load('depth-200'), enabled: on(DEPTH), ...FOREVER });
  const known = useQuery({ queryKey: ['places'], queryFn: () => load('places'), enabled: places, ...FOREVER });
  useSource('bathymetry', (on(DEPTH) && depth.data) || NOTHING);
  useSource('places', (places && known.data) || NOTHING);
  const kinds = [...(on(PORTS) ? ['port'] : []), ...(on(AIRFIELDS) ? ['airfield'] : [])];
  useLayer(
    {
      id: 'place-names',
      type: 'symbol',
      source: 'places',
      minzoom: 6.5,
      filter: ['in', ['get', 'kind'], ['literal', kinds]],
      layout: {
        'text-field': ['concat', ['match', ['get', 'kind'], 'port', '⚓ ', '✈ '], ['get', 'name']],
        'text-font': ['Noto Sans JP Variable'],
        'text-size': 10,
        'text-anchor': 'top',
        'text-offset': [0, 0.4],
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: { 'text-color': colors.place, 'text-halo-color': colors.halo, 'text-halo-width': 1.2 },
    },
    'feature-areas',
  );
  useLayer(
    {
      id: 'place-marks',
      type: 'circle',
      source: 'places',
      minzoom: 4,
      filter: ['in', ['get', 'kind'], ['literal', kinds]],
      paint: {
        'circle-radius': ['match', ['get', 'kind'], 'port', 2.2, 3],
        'circle-color': ['match', ['get', 'kind'], 'port', colors.place, colors.halo],
        'circle-stroke-color': colors.place,
        'circle-stroke-width': 1,
      },
    },
    'feature-areas',
  );
  useLayer(
    {
      id: 'depth',
      type: 'line',
      source: 'bathymetry',
      paint: { 'line-color': colors.depth, 'line-width': 1 },
    },
    'graticule',
  );
  return null;
}
