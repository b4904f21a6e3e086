import type { Position } from '../../records/model/position';

export interface Area {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export function centerOf({ west, south, east, north }: Area): Position {
  return { lat: (south + north) / 2, lon: (west + east) / 2 };
}
