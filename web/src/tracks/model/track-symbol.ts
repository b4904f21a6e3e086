import type { Track } from '../../api/types';

const SETS = { sea: '30', air: '01', land: '10', unknown: '00' } as const;
const UNKNOWN = '1';
const NEUTRAL = '4';

/** What a ship says of itself by its AIS type number (ITU-R M.1371), as an entity of APP-6 symbol set 30. */
const SHIPS: readonly (readonly [first: number, last: number, entity: string])[] = [
  [30, 30, '140200'],
  [31, 32, '140112'],
  [36, 36, '140400'],
  [37, 37, '140500'],
  [52, 52, '140111'],
  [55, 55, '140300'],
  [60, 69, '140110'],
  [70, 79, '140101'],
  [80, 89, '140109'],
];

const AFFILIATIONS: Readonly<Record<string, string>> = { f: '3', a: '2', n: '4', s: '5', h: '6', u: '1', p: '0' };

/**
 * The symbol of a track in the number code of APP-6(D). The frame says unknown until a source says more: a merchant ship by its
 * own report is neutral, a type of Cursor on Target names its affiliation itself.
 */
export function trackSidc({ domain, type = '' }: Pick<Track, 'domain' | 'type'>): string {
  const cot = /^a-([a-z])-/.exec(type);
  if (cot) {
    return sidc(AFFILIATIONS[cot[1] ?? ''] ?? UNKNOWN, SETS[domain], '000000');
  }
  const number = domain === 'sea' && /^\d{1,2}$/.test(type) ? Number(type) : NaN;
  const ship = SHIPS.find(([first, last]) => number >= first && number <= last);
  return ship ? sidc(NEUTRAL, SETS.sea, ship[2]) : sidc(UNKNOWN, SETS[domain], '000000');
}

function sidc(affiliation: string, set: string, entity: string): string {
  return `100${affiliation}${set}0000${entity}0000`;
}
