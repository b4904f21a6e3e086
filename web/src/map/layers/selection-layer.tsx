import { useMemo } from 'react';
import type { FeatureCollection } from 'geojson';
import type { Position } from '../../records/model/position';
import type { MapColors } from '../map-colors';
import { useLayer, useSource } from './use-layer';

/** A ring around what is open in the panel, or around the position being chosen for a draft. */
export function SelectionLayer({ colors, at }: { colors: MapColors; at: Position | null }) {
  const data = useMemo<FeatureCollection>(
    () => ({
      type: 'FeatureCollection',
      features: at
        ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: [at.lon, at.lat] }, properties: {} }]
        : [],
    }),
    [at],
  );
  useSource('selected', data);
  useLayer({
    id: 'selected',
    type: 'circle',
    source: 'selected',
    paint: {
      'circle-radius': 20,
      'circle-opacity': 0,
      'circle-stroke-color': colors.accent,
      'circle-stroke-width': 2.5,
    },
  });
  return null;
}
