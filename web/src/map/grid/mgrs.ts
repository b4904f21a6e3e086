import type { Metres } from '../../records/model/position';
import type { Position } from '../../records/model/position';

const A = 6_378_137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const EP2 = E2 / (1 - E2);
const K0 = 0.9996;
const RADIANS = Math.PI / 180;

const BANDS = 'CDEFGHJKLMNPQRSTUVWX';
const COLUMNS = ['ABCDEFGH', 'JKLMNPQR', 'STUVWXYZ'] as const;
const ROWS = 'ABCDEFGHJKLMNPQRSTUV';

interface Utm {
  readonly zone: number;
  readonly easting: Metres;
  readonly northing: Metres;
}

/** The military grid reference to 100 m (`52S FB 737 343`); null in the polar caps, where UTM ends. */
export function mgrs({ lat: given, lon }: Position): string | null {
  if (given < -80 || given > 84) {
    return null;
  }
  // Nearer to the equator than a tenth of a millimetre is on it: less is lost in 10 000 km of northing.
  const lat = Math.abs(given) < 1e-9 ? 0 : given;
  const { zone, easting, northing } = utm(lat, lon);
  const band = BANDS[Math.min(19, Math.floor((lat + 80) / 8))];
  const column = COLUMNS[(zone - 1) % 3]?.[Math.floor(easting / 100_000) - 1];
  const row = ROWS[(Math.floor(northing / 100_000) + (zone % 2 === 0 ? 5 : 0)) % 20];
  const digits = (metres: number) => String(Math.floor((metres % 100_000) / 100)).padStart(3, '0');
  return `${zone}${band} ${column}${row} ${digits(easting)} ${digits(northing)}`;
}

/** Zone with the exceptions of Norway and Svalbard (DMA TM 8358.1). */
function zoneOf(lat: number, lon: number): number {
  if (lat >= 56 && lat < 64 && lon >= 3 && lon < 12) {
    return 32;
  }
  if (lat >= 72 && lon >= 0 && lon < 42) {
    return lon < 9 ? 31 : lon < 21 ? 33 : lon < 33 ? 35 : 37;
  }
  return Math.min(60, Math.floor((lon + 180) / 6) + 1);
}

/** Snyder, Map Projections: A Working Manual, equations 8-9 to 8-13 on WGS 84. */
export function utm(lat: number, lon: number): Utm {
  const zone = zoneOf(lat, lon);
  const phi = lat * RADIANS;
  const sin = Math.sin(phi);
  const cos = Math.cos(phi);
  const n = A / Math.sqrt(1 - E2 * sin * sin);
  const t = Math.tan(phi) ** 2;
  const c = EP2 * cos * cos;
  const a = cos * (lon - (zone * 6 - 183)) * RADIANS;
  const east = a + ((1 - t + c) * a ** 3) / 6 + ((5 - 18 * t + t * t + 72 * c - 58 * EP2) * a ** 5) / 120;
  const north =
    (a * a) / 2 +
    ((5 - t + 9 * c + 4 * c * c) * a ** 4) / 24 +
    ((61 - 58 * t + t * t + 600 * c - 330 * EP2) * a ** 6) / 720;
  const northing = K0 * (meridian(phi) + n * Math.tan(phi) * north);
  return {
    zone,
    easting: (K0 * n * east + 500_000) as Metres,
    northing: (lat < 0 ? northing + 10_000_000 : northing) as Metres,
  };
}

function meridian(phi: number): number {
  const e4 = E2 * E2;
  const e6 = e4 * E2;
  return (
    A *
    ((1 - E2 / 4 - (3 * e4) / 64 - (5 * e6) / 256) * phi -
      ((3 * E2) / 8 + (3 * e4) / 32 + (45 * e6) / 1024) * Math.sin(2 * phi) +
      ((15 * e4) / 256 + (45 * e6) / 1024) * Math.sin(4 * phi) -
      ((35 * e6) / 3072) * Math.sin(6 * phi))
  );
}

/** Snyder, equations 8-17 to 8-25: back from the grid to the ellipsoid. */
export function fromUtm(zone: number, easting: number, northing: number, south: boolean): Position {
  const m = (south ? northing - 10_000_000 : northing) / K0;
  const mu = m / (A * (1 - E2 / 4 - (3 * E2 * E2) / 64 - (5 * E2 ** 3) / 256));
  const e1 = (1 - Math.sqrt(1 - E2)) / (1 + Math.sqrt(1 - E2));
  const foot =
    mu +
    ((3 * e1) / 2 - (27 * e1 ** 3) / 32) * Math.sin(2 * mu) +
    ((21 * e1 * e1) / 16 - (55 * e1 ** 4) / 32) * Math.sin(4 * mu) +
    ((151 * e1 ** 3) / 96) * Math.sin(6 * mu) +
    ((1097 * e1 ** 4) / 512) * Math.sin(8 * mu);
  const sin = Math.sin(foot);
  const c = EP2 * Math.cos(foot) ** 2;
  const t = Math.tan(foot) ** 2;
  const n = A / Math.sqrt(1 - E2 * sin * sin);
  const r = (A * (1 - E2)) / (1 - E2 * sin * sin) ** 1.5;
  const d = (easting - 500_000) / (n * K0);
  const phi =
    foot -
    ((n * Math.tan(foot)) / r) *
      ((d * d) / 2 -
        ((5 + 3 * t + 10 * c - 4 * c * c - 9 * EP2) * d ** 4) / 24 +
        ((61 + 90 * t + 298 * c + 45 * t * t - 252 * EP2 - 3 * c * c) * d ** 6) / 720);
  const lambda =
    (d - ((1 + 2 * t + c) * d ** 3) / 6 + ((5 - 2 * c + 28 * t - 3 * c * c + 8 * EP2 + 24 * t * t) * d ** 5) / 120) /
    Math.cos(foot);
  return { lat: phi / RADIANS, lon: zone * 6 - 183 + lambda / RADIANS };
}

/** Reads `52S FB 737 343`, with spaces or without, of 100 km to 1 m: the middle of the square. Null when it is none. */
export function readMgrs(text: string): Position | null {
  const match = /^(\d{1,2})([C-HJ-NP-X])([A-HJ-NP-Z])([A-HJ-NP-V])(\d*)$/.exec(text.toUpperCase().replace(/\s+/g, ''));
  const digits = match?.[5] ?? '';
  const zone = Number(match?.[1]);
  if (!match || zone < 1 || zone > 60 || digits.length % 2 === 1 || digits.length > 10) {
    return null;
  }
  const band = BANDS.indexOf(match[2] ?? '');
  const column = COLUMNS[(zone - 1) % 3]?.indexOf(match[3] ?? '') ?? -1;
  const row = (ROWS.indexOf(match[4] ?? '') - (zone % 2 === 0 ? 5 : 0) + 20) % 20;
  if (column < 0) {
    return null;
  }
  const size = 10 ** (5 - digits.length / 2);
  const part = (which: 0 | 1) =>
    Number(digits.slice((which * digits.length) / 2, ((which + 1) * digits.length) / 2) || '0') * size + size / 2;
  const easting = (column + 1) * 100_000 + part(0);
  const south = band < 10;
  // The letters of rows come again every 2 000 km: the row meant is the one in the band.
  const lowest = band * 8 - 80;
  const highest = band === 19 ? 84 : lowest + 8;
  for (let turn = 0; turn < 5; turn += 1) {
    const at = fromUtm(zone, easting, row * 100_000 + part(1) + turn * 2_000_000, south);
    // A square at the edge of a band reaches over it.
    const inZone = Math.abs(at.lon - (zone * 6 - 183)) < (band >= 17 ? 6.6 : 3.6);
    if (inZone && at.lat >= lowest - 0.95 && at.lat < highest + 0.95) {
      return at;
    }
  }
  return null;
}
