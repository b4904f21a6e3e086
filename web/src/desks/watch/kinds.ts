import type { KindView } from '../../records/model/kind-view';

/** What was found among moving objects. */
export const watchKinds: readonly KindView[] = [
  {
    kind: 'finding',
    fields: [
      'title',
      'finding',
      'state',
      'subjects',
      'where',
      'position',
      'time',
      'until',
      'figures',
      'evidence',
      'remarks',
    ],
    symbol: ({ state }) => ({ type: 'glyph', glyph: 'alert', tone: state === 'going-on' ? 'caution' : 'plain' }),
  },
];
