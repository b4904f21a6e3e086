import type { Position } from '../../records/model/position';
import { centerOf, type Area } from './area';
import { readGars } from './gars';
import { readMgrs } from './mgrs';

export interface ReadPlace {
  readonly form: 'degrees' | 'mgrs' | 'gars';
  readonly at: Position;
  /** For a form that names a cell. */
  readonly area?: Area;
}

const NUMBER = String.raw`[-+]?\d+(?:\.\d+)?`;

/** A position as people write it: degrees with letters or signs, degrees with minutes and seconds, MGRS, GARS. Null for anything else. */
export function readPosition(text: string): ReadPlace | null {
  const area = readGars(text);
  if (area) {
    return { form: 'gars', at: centerOf(area), area };
  }
  const grid = readMgrs(text);
  if (grid) {
    return { form: 'mgrs', at: grid };
  }
  const at = readDegrees(text);
  return at && { form: 'degrees', at };
}

/**
 * `33.21N 130.95E`, `N33 12.6 E130 57`, `33°12'36"N, 130°57'00"E`, `33.21, 130.95`, `331236N1305700E`. Without letters latitude comes first.
 */
export function readDegrees(text: string): Position | null {
  const clean = text
    .toUpperCase()
    .replace(/[°º′'’″"”:]/g, ' ')
    .replace(/[,;、]/g, ' , ')
    .trim();
  const packed = /^(\d{4}|\d{6})([NS])\s*(\d{5}|\d{7})([EW])$/.exec(clean.replace(/[\s,]+/g, ''));
  if (packed) {
    return position(
      signed(fromPacked(packed[1] ?? '', 2), packed[2]),
      signed(fromPacked(packed[3] ?? '', 3), packed[4]),
    );
  }
  const after = new RegExp(`^([^NSEW]+)([NS])[\\s,]*([^NSEW]+)([EW])$`).exec(clean);
  if (after) {
    return position(signed(angle(after[1]), after[2]), signed(angle(after[3]), after[4]));
  }
  const before = new RegExp(`^([NS])([^NSEW]+?)[\\s,]*([EW])([^NSEW]+)$`).exec(clean);
  if (before) {
    return position(signed(angle(before[2]), before[1]), signed(angle(before[4]), before[3]));
  }
  const plain = new RegExp(`^(${NUMBER})\\s*(?:,|\\s)\\s*(${NUMBER})$`).exec(clean);
  return plain ? position(Number(plain[1]), Number(plain[2])) : null;
}

/** Degrees, minutes, seconds; each but the last a whole number. */
function angle(text = ''): number {
  const parts = text.replace(/,/g, ' ').trim().split(/\s+/);
  const [degrees = NaN, minutes = 0, seconds = 0] = parts.map((part) =>
    /^\d+(\.\d+)?$/.test(part) ? Number(part) : NaN,
  );
  const whole = parts.slice(0, -1).every((part) => /^\d+$/.test(part));
  return parts.length > 3 || !whole || minutes >= 60 || seconds >= 60 ? NaN : degrees + minutes / 60 + seconds / 3600;
}

function fromPacked(digits: string, degrees: 2 | 3): number {
  return angle(
    [digits.slice(0, degrees), digits.slice(degrees, degrees + 2), digits.slice(degrees + 2) || '0'].join(' '),
  );
}

function signed(value: number, letter: string | undefined): number {
  return letter === 'S' || letter === 'W' ? -value : value;
}

function position(lat: number, lon: number): Position | null {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}
