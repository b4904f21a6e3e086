import type { KindView } from '../../records/model/kind-view';

/** What was found among moving objects. */
export const watchKinds: readonly KindView[] = [
  {
    kind: 'finding',
    symbol: ({ state }) => ({ type: 'glyph', glyph: 'alert', tone: state === 'going-on' ? 'caution' : 'plain' }),
  },
];
