import type { Position } from '../../records/model/position';
import { createStore } from '../../ui/store';

/** Who takes the next clicks on the map instead of what lies under them: measuring, rings, drawing. */
export const mapClick = createStore<((position: Position) => void) | null>(null);
