import { useMemo } from 'react';
import type { MapColors } from '../map-colors';
import { graticule } from '../sources/graticule';
import { useLayer, useSource } from './use-layer';

export function GraticuleLayer({ colors, shown }: { colors: MapColors; shown: boolean }) {
  useSource(
    'graticule',
    useMemo(() => graticule(), []),
  );
  useLayer(
    {
      id: 'graticule',
      type: 'line',
      source: 'graticule',
      layout: { visibility: shown ? 'visible' : 'none' },
      paint: { 'line-color': colors.grid, 'line-width': 1 },
    },
    'feature-areas',
  );
  return null;
}
