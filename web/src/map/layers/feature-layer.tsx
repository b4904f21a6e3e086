import type { Feature, FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import type { SharedRecord } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import type { Body } from '../../records/model/kind-view';
import { recordTitle } from '../../records/model/record-text';
import type { MapColors } from '../map-colors';
import { readGeometry } from '../../records/model/geometry';
import { TONES, type Tone } from '../drawing/shape';
import { alertAreas, warnedCoasts, type CoastGrade } from '../sources/alert-areas';
import { useLayer, useSource } from './use-layer';

/** Those of the layers that can be clicked. */
export const FEATURE_LAYERS = ['feature-labels', 'feature-lines', 'feature-dashes', 'feature-areas'] as const;
export const FEATURE_KIND = 'feature';
const ALERT_KIND = 'alert';
const HAZARD_KIND = 'hazard';
const THIN = 2.2;

/** A tone and a width for each grade, so that those who tell no colors apart see the grave ones too. */
const COASTS: Readonly<Record<CoastGrade, readonly [tone: Tone, width: number]>> = {
  major: ['red', 7],
  warning: ['red', 4],
  advisory: ['yellow', 4],
  forecast: ['blue', 3],
};

/** Areas and routes that somebody drew, here or at a partner, and where alerts hold; points among them stand with the other records. */
export function FeatureLayer({ colors, records }: { colors: MapColors; records: readonly SharedRecord[] }) {
  const t = useTranslate();
  const language = useLanguage();
  const data = useMemo<FeatureCollection>(
    () => ({
      type: 'FeatureCollection',
      features: records.flatMap((record): Feature[] => {
        const body = record.body as Body;
        if (record.kind === ALERT_KIND) {
          return [...areasOf(record.id, body, colors), ...coastsOf(record.id, body, colors)];
        }
        if (record.kind === HAZARD_KIND) {
          return coastsOf(record.id, body, colors);
        }
        const geometry = record.kind === FEATURE_KIND ? readGeometry(body['geometry']) : null;
        if (geometry === null || (geometry.type === 'Point' && body['shape'] !== 'text')) {
          return [];
        }
        const tone = TONES.find((one) => one === body['color']) ?? 'plain';
        return [
          {
            type: 'Feature',
            geometry,
            properties: {
              id: record.id,
              title: recordTitle(record, language, t),
              color: toneColor(tone, colors),
              dashed: body['line'] === 'dashed',
              width: THIN,
            },
          },
        ];
      }),
    }),
    [records, colors, language, t],
  );
  useSource('features', data);
  useLayer(
    {
      id: 'feature-labels',
      type: 'symbol',
      source: 'features',
      layout: {
        'text-field': ['get', 'title'],
        'text-font': ['Noto Sans JP Variable'],
        'text-size': 12,
        'symbol-placement': 'point',
      },
      paint: { 'text-color': ['get', 'color'], 'text-halo-color': colors.halo, 'text-halo-width': 1.6 },
    },
    'titles',
  );
  useLines('feature-lines', false);
  useLines('feature-dashes', true);
  useLayer(
    {
      id: 'feature-areas',
      type: 'fill',
      source: 'features',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': ['get', 'color'], 'fill-opacity': 0.14 },
    },
    'hazards',
  );
  return null;
}

function areasOf(id: string, body: Body, colors: MapColors): Feature[] {
  return alertAreas(body).map((geometry) => ({
    type: 'Feature',
    geometry,
    properties: { id, title: '', color: toneColor('yellow', colors), dashed: true, width: THIN },
  }));
}

function coastsOf(id: string, body: Body, colors: MapColors): Feature[] {
  return warnedCoasts(body).map(({ geometry, grade, title }) => {
    const [tone, width] = COASTS[grade];
    return {
      type: 'Feature',
      geometry,
      properties: { id, title, color: toneColor(tone, colors), dashed: false, width },
    };
  });
}

function useLines(id: string, dashed: boolean): void {
  useLayer(
    {
      id,
      type: 'line',
      source: 'features',
      filter: ['all', ['!=', ['geometry-type'], 'Point'], ['==', ['get', 'dashed'], dashed]],
      paint: {
        'line-color': ['get', 'color'],
        'line-width': ['get', 'width'],
        ...(dashed ? { 'line-dasharray': [3, 2] } : {}),
      },
    },
    'hazards',
  );
}

export function toneColor(tone: Tone, colors: MapColors): string {
  return tone === 'plain' ? colors.text : colors.tones[tone];
}
