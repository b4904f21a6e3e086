/** In which unit people set a limit. The node goes by seconds, metres, and metres a second. */
export type LimitUnit = 'min' | 'h' | 'm' | 'km' | 'kn' | '°' | 'n' | '%';

export interface Limit {
  readonly name: string;
  readonly unit: LimitUnit;
}

/** Metres a second in a knot. */
const KNOT = 1852 / 3600;

const FACTORS: Readonly<Record<LimitUnit, number>> = {
  min: 60,
  h: 3600,
  m: 1,
  km: 1000,
  kn: KNOT,
  '°': 1,
  n: 1,
  '%': 0.01,
};

/** The rules in the order of the screen, each with its limits. */
export const RULES = {
  gap: [
    { name: 'silence', unit: 'min' },
    { name: 'intervals', unit: 'n' },
    { name: 'speed', unit: 'kn' },
    { name: 'others', unit: 'n' },
    { name: 'coverage', unit: 'km' },
  ],
  jump: [
    { name: 'sea', unit: 'kn' },
    { name: 'air', unit: 'kn' },
    { name: 'other', unit: 'kn' },
    { name: 'distance', unit: 'km' },
  ],
  loitering: [
    { name: 'duration', unit: 'h' },
    { name: 'radius', unit: 'km' },
    { name: 'least', unit: 'kn' },
    { name: 'most', unit: 'kn' },
  ],
  drift: [
    { name: 'duration', unit: 'min' },
    { name: 'distance', unit: 'm' },
    { name: 'least', unit: 'kn' },
    { name: 'most', unit: 'kn' },
    { name: 'offBow', unit: '°' },
  ],
  stop: [
    { name: 'before', unit: 'kn' },
    { name: 'after', unit: 'kn' },
    { name: 'within', unit: 'min' },
    { name: 'lasting', unit: 'min' },
  ],
  meeting: [
    { name: 'duration', unit: 'min' },
    { name: 'distance', unit: 'm' },
    { name: 'speed', unit: 'kn' },
  ],
  interference: [
    { name: 'window', unit: 'min' },
    { name: 'nic', unit: 'n' },
    { name: 'nacp', unit: 'n' },
    { name: 'aircraft', unit: 'n' },
    { name: 'share', unit: '%' },
  ],
} as const satisfies Readonly<Record<string, readonly Limit[]>>;

export type RuleName = keyof typeof RULES;
export const RULE_NAMES = Object.keys(RULES) as readonly RuleName[];

/** As people read it, with no more digits than it takes to read the same back. */
export function shown(value: number, unit: LimitUnit): number {
  return Number((value / FACTORS[unit]).toPrecision(6));
}

/** As the node takes it. */
export function meant(value: number, unit: LimitUnit): number {
  return Number((value * FACTORS[unit]).toPrecision(12));
}
