import { useQuery } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import type { MapColors } from '../map-colors';
import { loadWorld } from '../sources/world';
import { FINE_FROM } from './coast-layer';
import { useLayer, useSource } from './use-layer';

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Land, coast and borders of the world, without any place names: the records are what is read here. */
export function BaseLayer({ colors }: { colors: MapColors }) {
  const world = useQuery({ queryKey: ['world'], queryFn: loadWorld, staleTime: Infinity, gcTime: Infinity }).data;
  const coast = { 'line-color': colors.coast, 'line-width': 0.8 };
  useSource('land', world?.land ?? NOTHING);
  useSource('borders', world?.borders ?? NOTHING);
  useLayer(
    { id: 'land', type: 'fill', source: 'land', maxzoom: FINE_FROM, paint: { 'fill-color': colors.land } },
    'graticule',
  );
  useLayer({ id: 'coast', type: 'line', source: 'land', maxzoom: FINE_FROM, paint: coast }, 'graticule');
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
