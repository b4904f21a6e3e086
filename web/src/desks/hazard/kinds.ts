import type { KindView } from '../../records/model/kind-view';

/** Hazards as instruments and agencies report them, and the alerts that agencies issue. */
export const hazardKinds: readonly KindView[] = [
  {
    kind: 'hazard',
    fields: [
      'title',
      'summary',
      'type',
      'hazardType',
      'magnitude',
      'depthKm',
      'intensity',
      'position',
      'time',
      'remarks',
    ],
    symbol: ({ magnitude }) => ({ type: 'hazard', magnitude: typeof magnitude === 'number' ? magnitude : 4 }),
  },
  {
    kind: 'alert',
    fields: [
      'title',
      'event',
      'severity',
      'urgency',
      'certainty',
      'area',
      'summary',
      'instruction',
      'position',
      'time',
      'effective',
      'onset',
      'expires',
      'remarks',
    ],
    symbol: () => ({ type: 'glyph', glyph: 'alert', tone: 'critical' }),
  },
];
