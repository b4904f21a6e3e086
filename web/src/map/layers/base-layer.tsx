import { useQuery } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import type { MapColors } from '../map-colors';
import { loadWorld } from '../sources/world';
import { useLayer, useSource } from './use-layer';

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

const FOREVER = { staleTime: Infinity, gcTime: Infinity } as const;

/** Land, coast and borders, without any place names: the records are what is read here. */
export function BaseLayer({ colors }: { colors: MapColors }) {
  const coarse = useQuery({ queryKey: ['world', 'coarse'], queryFn: () => loadWorld('coarse'), ...FOREVER });
  const fine = useQuery({
    queryKey: ['world', 'fine'],
    queryFn: () => loadWorld('fine'),
    enabled: coarse.isSuccess,
    ...FOREVER,
  });
  const world = fine.data ?? coarse.data;
  useSource('land', world?.land ?? NOTHING);
  useSource('borders', world?.borders ?? NOTHING);
  useLayer({ id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colors.land } }, 'graticule');
  useLayer(
    { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': colors.coast, 'line-width': 0.8 } },
    'graticule',
  );
  useLayer(
    {
      id: 'borders',
      type: 'line',
      source: 'borders',
      paint: { 'line-color': colors.border, 'line-dasharray': [3, 2] },
    },
    'graticule',
  );
  return null;
}
