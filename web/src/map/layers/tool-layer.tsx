import type { Feature, FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { useStore } from '../../ui/store';
import { drawing, drawnFeatures } from '../drawing/drawing-state';
import type { MapColors } from '../map-colors';
import { markedPlace } from '../search/marked-place';
import { measured, measuredFeatures } from '../tools/measure-state';
import { ringFeatures, rings } from '../tools/rings-state';
import { useLayer, useSource } from './use-layer';

/** What the tools put on the map: the place looked for, legs, rings, what is being drawn. It is this screen's alone. */
export function ToolLayer({ colors }: { colors: MapColors }) {
  const place = useStore(markedPlace);
  const points = useStore(measured);
  const around = useStore(rings);
  const drawn = useStore(drawing);
  const data = useMemo<FeatureCollection>(() => {
    const mark: Feature[] =
      place === null
        ? []
        : [
            {
              type: 'Feature',
              geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
              properties: { part: 'mark', text: '' },
            },
          ];
    return {
      type: 'FeatureCollection',
      features: [...mark, ...measuredFeatures(points), ...ringFeatures(around), ...drawnFeatures(drawn)],
    };
  }, [place, points, around, drawn]);
  useSource('tools', data);
  useLayer(
    {
      id: 'tool-texts',
      type: 'symbol',
      source: 'tools',
      filter: ['!=', ['get', 'text'], ''],
      layout: {
        'text-field': ['get', 'text'],
        'text-font': ['Noto Sans JP Variable'],
        'text-size': 12,
        'text-offset': [0, -0.9],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': colors.accent, 'text-halo-color': colors.halo, 'text-halo-width': 2 },
    },
    'selected',
  );
  useLayer(
    {
      id: 'tool-points',
      type: 'circle',
      source: 'tools',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['match', ['get', 'part'], 'mark', 9, 'label', 0, 4.5],
        'circle-color': colors.halo,
        'circle-stroke-color': colors.accent,
        'circle-stroke-width': ['match', ['get', 'part'], 'label', 0, 2],
      },
    },
    'selected',
  );
  useLayer(
    {
      id: 'tool-lines',
      type: 'line',
      source: 'tools',
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': colors.accent, 'line-width': 1.8 },
    },
    'selected',
  );
  useLayer(
    {
      id: 'tool-areas',
      type: 'fill',
      source: 'tools',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colors.accent, 'fill-opacity': 0.1 },
    },
    'selected',
  );
  return null;
}
