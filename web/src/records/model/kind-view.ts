import { createContext, useContext } from 'react';

export type Body = Readonly<Record<string, unknown>>;

/** How a record stands on the map. */
export type MapSymbol =
  | { readonly type: 'hazard'; readonly magnitude: number }
  /** By its own geometry, so without a symbol. */
  | { readonly type: 'drawn' }
  | { readonly type: 'sidc'; readonly sidc: string }
  | {
      readonly type: 'glyph';
      readonly glyph: 'report' | 'alert' | 'request' | 'offer' | 'shelter' | 'road' | 'place' | 'other';
      readonly tone: 'plain' | 'caution' | 'critical' | 'normal';
    };

/** What a desk says about one kind of record: its symbol. */
export interface KindView {
  readonly kind: string;
  readonly symbol: (body: Body) => MapSymbol;
}

export type KindViews = ReadonlyMap<string, KindView>;

export const KindViewsContext = createContext<KindViews>(new Map());

export function useKindViews(): KindViews {
  return useContext(KindViewsContext);
}

export const UNKNOWN_SYMBOL: MapSymbol = { type: 'glyph', glyph: 'other', tone: 'plain' };
