import type { Position } from '../../records/model/position';
import { createStore } from '../../ui/store';

/** The place somebody went to by its coordinates. */
export const markedPlace = createStore<Position | null>(null);
