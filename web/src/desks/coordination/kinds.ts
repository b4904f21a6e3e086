import type { KindView } from '../../records/model/kind-view';

export const coordinationKinds: readonly KindView[] = [
  {
    kind: 'situation-report',
    symbol: () => ({ type: 'glyph', glyph: 'report', tone: 'plain' }),
  },
  {
    kind: 'term',
    symbol: () => ({ type: 'glyph', glyph: 'report', tone: 'plain' }),
  },
  {
    kind: 'office-contact',
    symbol: () => ({ type: 'glyph', glyph: 'report', tone: 'plain' }),
  },
  {
    kind: 'feature',
    // Areas, routes and words are drawn themselves; a point, and whatever came without its geometry, needs a sign.
    symbol: ({ shape, geometry }) =>
      geometry !== undefined && shape !== 'point'
        ? { type: 'drawn' }
        : { type: 'glyph', glyph: 'place', tone: 'plain' },
  },
];
