import type { KindView } from '../../records/model/kind-view';

export const coordinationKinds: readonly KindView[] = [
  {
    kind: 'situation-report',
    fields: ['title', 'summary', 'position', 'time', 'remarks'],
    symbol: () => ({ type: 'glyph', glyph: 'report', tone: 'plain' }),
  },
  {
    kind: 'term',
    fields: ['title', 'reading', 'abbreviation', 'definition', 'source'],
    symbol: () => ({ type: 'glyph', glyph: 'report', tone: 'plain' }),
  },
  {
    kind: 'office-contact',
    fields: [
      'title',
      'office',
      'telephone',
      'mail',
      'radio',
      'chat',
      'duty',
      'languages',
      'zone',
      'opens',
      'closes',
      'remarks',
    ],
    symbol: () => ({ type: 'glyph', glyph: 'report', tone: 'plain' }),
  },
  {
    kind: 'feature',
    fields: ['title', 'shape', 'geometry', 'color', 'line', 'summary', 'time', 'until', 'remarks'],
    // Areas, routes and words are drawn themselves; a point, and whatever came without its geometry, needs a sign.
    symbol: ({ shape, geometry }) =>
      geometry !== undefined && shape !== 'point'
        ? { type: 'drawn' }
        : { type: 'glyph', glyph: 'place', tone: 'plain' },
  },
];
