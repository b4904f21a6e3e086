import type { KindView } from '../../records/model/kind-view';

export const coordinationKinds: readonly KindView[] = [
  {
    kind: 'situation-report',
    fields: ['title', 'summary', 'position', 'time', 'remarks'],
    symbol: () => ({ type: 'glyph', glyph: 'report', tone: 'plain' }),
  },
];
