let known: Readonly<Record<string, number>> = {};

/** Decimals by ISO 4217, as the node has them: what browsers know is how amounts are written in shops. */
export function knowCurrencies(decimals: Readonly<Record<string, number>>): void {
  known = decimals;
}

/** How many decimals a currency has; none where it is not known. */
export function decimals(currency: string): number {
  const said = known[currency];
  if (said !== undefined) {
    return said;
  }
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;
  } catch {
    return 0;
  }
}

/** Minor units as people write them: `1,234.56 USD`. */
export function money(minor: number, currency: string): string {
  const digits = decimals(currency);
  const amount = (minor / 10 ** digits).toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${amount} ${currency}`;
}

/** What somebody typed, in minor units; nothing when it is no amount of that currency. */
export function minorUnits(typed: string, currency: string): number | null {
  const digits = decimals(currency);
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(typed.replaceAll(',', '').trim());
  const fraction = match?.[2] ?? '';
  if (!match || fraction.length > digits) {
    return null;
  }
  return Number(`${match[1]}${fraction.padEnd(digits, '0')}`);
}

/** For a field that is typed in. */
export function typedMoney(minor: number, currency: string): string {
  const digits = decimals(currency);
  return (minor / 10 ** digits).toFixed(digits);
}
