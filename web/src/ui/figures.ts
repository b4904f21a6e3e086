export function decimal(n: number, digits = 1): string {
  return n.toLocaleString('en-US', { maximumFractionDigits: digits });
}

/** In the unit that leaves at most three digits before the point. */
export function scaled(n: number, units: readonly [string, ...string[]]): string {
  let value = n;
  let unit = 0;
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${decimal(value)} ${units[unit]}`;
}

/** `81.2 kB`. */
export function byteCount(bytes: number): string {
  return scaled(bytes, ['B', 'kB', 'MB', 'GB', 'TB']);
}
