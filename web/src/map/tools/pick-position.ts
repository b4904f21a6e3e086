import { createStore } from '../../ui/store';
import type { Position } from '../../records/model/position';

/** Asks the map for a position. The form and the map do not know each other; they meet here. */
export const picking = createStore<((position: Position) => void) | null>(null);

/** The position of the draft being written, to show it on the map. */
export const draftPosition = createStore<Position | null>(null);

/** Asks the map for a geometry, beginning with one that is there already. It meets the form here like a position. */
export interface AskedGeometry {
  readonly geometry: unknown;
  readonly done: (geometry: unknown) => void;
}

export const askedGeometry = createStore<AskedGeometry | null>(null);
