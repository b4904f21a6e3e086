import { useQueries, useQuery } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { useEffect, useMemo, useState } from 'react';
import type { MapColors } from '../map-colors';
import { useMap } from '../map-context';
import { cellsIn, listCells, loadCell } from '../sources/coast-cells';
import { useLayer, useSource } from './use-layer';

/** From this zoom on the coast is the fine one. */
export const FINE_FROM = 5;

const FOREVER = { staleTime: Infinity, gcTime: Infinity } as const;

/** The coast 1:10m, cell by cell, for what is on screen. */
export function CoastLayer({ colors }: { colors: MapColors }) {
  const names = useCellsOnScreen();
  const { land, coast } = useQueries({
    queries: names.map((name) => ({ queryKey: ['coast', name], queryFn: () => loadCell(name), ...FOREVER })),
    combine: (results) => results.flatMap(({ data }) => (data ? [data] : [])),
  }).reduce<{ land: FeatureCollection['features']; coast: FeatureCollection['features'] }>(
    (all, cell) => ({ land: [...all.land, cell.land], coast: [...all.coast, cell.coast] }),
    { land: [], coast: [] },
  );
  const key = land.length;
  useSource(
    'fine-land',
    useMemo(() => collection(land), [names, key]),
  );
  useSource(
    'fine-coast',
    useMemo(() => collection(coast), [names, key]),
  );
  const fill = { 'fill-color': colors.land, 'fill-antialias': false };
  const line = { 'line-color': colors.coast, 'line-width': 0.8 };
  useLayer({ id: 'fine-land', type: 'fill', source: 'fine-land', minzoom: FINE_FROM, paint: fill }, 'graticule');
  useLayer({ id: 'fine-coast', type: 'line', source: 'fine-coast', minzoom: FINE_FROM, paint: line }, 'graticule');
  return null;
}

function collection(features: FeatureCollection['features']): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

function useCellsOnScreen(): readonly string[] {
  const map = useMap();
  const known = useQuery({ queryKey: ['coast'], queryFn: listCells, ...FOREVER }).data;
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    const look = () => {
      if (map.getZoom() < FINE_FROM - 0.5) {
        return;
      }
      const bounds = map.getBounds();
      const view = {
        west: bounds.getWest(),
        south: bounds.getSouth(),
        east: bounds.getEast(),
        north: bounds.getNorth(),
      };
      const next = cellsIn(view).filter((name) => known?.has(name));
      setNames((before) => (before.join() === next.join() ? before : next));
    };
    look();
    map.on('moveend', look);
    return () => {
      map.off('moveend', look);
    };
  }, [map, known]);
  return names;
}
