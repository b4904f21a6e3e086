export type Corner = [longitude: number, latitude: number];

const DECIMAL = /^(-?\d{1,2}(?:\.\d+)?)\s*°?\s*([NS])?[\s,;]+(-?\d{1,3}(?:\.\d+)?)\s*°?\s*([EW])?$/i;

/** One corner, latitude first as on a chart: `33.21N 130.95E` or `33.21, 130.95`; null when it is none. */
export function parseCorner(text: string): Corner | null {
  const match = DECIMAL.exec(text.trim());
  if (!match) {
    return null;
  }
  const latitude = Number(match[1]) * (match[2]?.toUpperCase() === 'S' ? -1 : 1);
  const longitude = Number(match[3]) * (match[4]?.toUpperCase() === 'W' ? -1 : 1);
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [longitude, latitude] : null;
}

export type Ring =
  | { readonly ring: Corner[]; readonly badLine: null }
  | { readonly ring: null; /** Counted from 1; 0 when there are too few corners. */ readonly badLine: number };

/** Corners, one on a line; empty lines do not count. */
export function parseRing(text: string): Ring {
  const ring: Corner[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') {
      continue;
    }
    const corner = parseCorner(line);
    if (corner === null) {
      return { ring: null, badLine: index + 1 };
    }
    ring.push(corner);
  }
  return ring.length < 3 ? { ring: null, badLine: 0 } : { ring, badLine: null };
}

/** The same back, as it is read on a chart. */
export function printRing(ring: readonly (readonly number[])[]): string {
  return ring
    .map(([longitude = 0, latitude = 0]) => `${side(latitude, 'N', 'S')} ${side(longitude, 'E', 'W')}`)
    .join('\n');
}

function side(degrees: number, positive: string, negative: string): string {
  return `${Math.abs(degrees)}${degrees < 0 ? negative : positive}`;
}
