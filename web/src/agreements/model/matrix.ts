import type { Agreement, Party } from '../../api/types';

export const TYPES: readonly Agreement['type'][] = [
  'information-protection',
  'acsa',
  'equipment-transfer',
  'reciprocal-access',
];

export interface MatrixRow {
  readonly party: Party;
  readonly cells: ReadonlyMap<Agreement['type'], readonly Agreement[]>;
}

/** Other parties down, types across; a site stands under the agreements of its party: every agreement stands in the row of each partner that is party to it. */
export function matrix(agreements: readonly Agreement[], parties: readonly Party[]): MatrixRow[] {
  return parties
    .filter(({ self, site }) => !self && !site)
    .map((party) => ({
      party,
      cells: new Map(
        TYPES.map((type) => [type, agreements.filter((one) => one.type === type && one.parties.includes(party.code))]),
      ),
    }))
    .filter(({ party, cells }) => party.linked || [...cells.values()].some((cell) => cell.length > 0));
}

/** Agreements between others only: known here, but none of ours. */
export function isOurs(agreement: Agreement, parties: readonly Party[]): boolean {
  const self = parties.find((party) => party.self);
  return self === undefined || agreement.parties.includes(self.code);
}
