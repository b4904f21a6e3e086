import type { AcsaOptions } from '../../api/types';

export type SupplyNames = Pick<AcsaOptions, 'supplyGroups' | 'supplyClasses'>;

/** What a stock number says as far as it is typed: its class, or its group; nothing before there are two digits. */
export function supplyName(
  nsn: string,
  names: SupplyNames,
): { readonly code: string; readonly name: { readonly en: string; readonly ja: string } | null } | null {
  const digits = nsn.replaceAll('-', '').trim();
  if (!/^\d{2,13}$/.test(digits)) {
    return null;
  }
  const known = names.supplyClasses[digits.slice(0, 4)];
  return known
    ? { code: digits.slice(0, 4), name: known }
    : { code: digits.slice(0, 2), name: names.supplyGroups[digits.slice(0, 2)] ?? null };
}
