import type { Position } from '../../records/model/position';
import type { Area } from './area';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const CELL = 0.5;

/**
 * A reference of the Global Area Reference System (NGA): a cell of 30 minutes (`006AG`), of 15 (`006AG3`), of 5 (`006AG39`).
 * Quadrants count from the northwest by rows, keys like those of a telephone. Null when it is none.
 */
export function readGars(text: string): Area | null {
  const match = /^(\d{3})([A-HJ-NP-Z])([A-HJ-NP-Z])([1-4])?([1-9])?$/.exec(text.trim().toUpperCase());
  const band = Number(match?.[1]);
  const row = LETTERS.indexOf(match?.[2] ?? '') * LETTERS.length + LETTERS.indexOf(match?.[3] ?? '');
  if (!match || band < 1 || band > 720 || row >= 360) {
    return null;
  }
  let west = -180 + (band - 1) * CELL;
  let south = -90 + row * CELL;
  let size = CELL;
  if (match[4] !== undefined) {
    const quadrant = Number(match[4]) - 1;
    size = CELL / 2;
    west += (quadrant % 2) * size;
    south += quadrant < 2 ? size : 0;
  }
  if (match[5] !== undefined) {
    const key = Number(match[5]) - 1;
    size = CELL / 6;
    west += (key % 3) * size;
    south += (2 - Math.floor(key / 3)) * size;
  }
  return { west, south, east: west + size, north: south + size };
}

/** The cell of five minutes that holds the position. The poles and the antimeridian belong to the cell before. */
export function gars({ lat, lon }: Position): string {
  const x = Math.min(4319, Math.floor((lon + 180) * 12 + 1e-9));
  const y = Math.min(2159, Math.floor((lat + 90) * 12 + 1e-9));
  const band = String(Math.floor(x / 6) + 1).padStart(3, '0');
  const row = Math.floor(y / 6);
  const letters = `${LETTERS[Math.floor(row / 24)]}${LETTERS[row % 24]}`;
  const [inX, inY] = [x % 6, y % 6];
  const quadrant = (inY >= 3 ? 1 : 3) + (inX >= 3 ? 1 : 0);
  const key = (2 - (inY % 3)) * 3 + (inX % 3) + 1;
  return `${band}${letters}${quadrant}${key}`;
}
