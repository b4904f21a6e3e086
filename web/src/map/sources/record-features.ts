import type { FeatureCollection, Point } from 'geojson';
import type { SharedRecord } from '../../api/types';
import type { Language } from '../../i18n/language';
import type { Translate } from '../../i18n/translate';
import { UNKNOWN_SYMBOL, type Body, type KindViews, type MapSymbol } from '../../records/model/kind-view';
import { recordTitle } from '../../records/model/record-text';

export interface RecordProperties {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly image: string;
  readonly magnitude: number;
  readonly urgency: number;
}

const URGENCY = { FLASH: 3, IMMEDIATE: 2, PRIORITY: 1, ROUTINE: 0 } as const;

export type RecordPoints = FeatureCollection<Point, RecordProperties>;

/** What may stand in a group, and what stands for itself: hazards, whose size tells something, and what is urgent. */
export interface RecordFeatures {
  readonly grouped: RecordPoints;
  readonly apart: RecordPoints;
}

export function recordFeatures(
  records: Iterable<SharedRecord>,
  views: KindViews,
  language: Language,
  t: Translate,
): RecordFeatures {
  const grouped: RecordPoints['features'] = [];
  const apart: RecordPoints['features'] = [];
  for (const record of records) {
    const symbol = views.get(record.kind)?.symbol(record.body as Body) ?? UNKNOWN_SYMBOL;
    if (record.position && symbol.type !== 'drawn') {
      const urgency = URGENCY[record.precedence];
      (symbol.type === 'hazard' || urgency >= URGENCY.IMMEDIATE ? apart : grouped).push({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [record.position.lon, record.position.lat] },
        properties: {
          id: record.id,
          kind: record.kind,
          title: recordTitle(record, language, t),
          image: imageName(symbol),
          magnitude: symbol.type === 'hazard' ? symbol.magnitude : 0,
          urgency,
        },
      });
    }
  }
  return {
    grouped: { type: 'FeatureCollection', features: grouped },
    apart: { type: 'FeatureCollection', features: apart },
  };
}

function imageName(symbol: MapSymbol): string {
  switch (symbol.type) {
    case 'hazard':
    case 'drawn':
      return '';
    case 'sidc':
      return `sidc:${symbol.sidc}`;
    case 'glyph':
      return `glyph:${symbol.glyph}:${symbol.tone}`;
  }
}
