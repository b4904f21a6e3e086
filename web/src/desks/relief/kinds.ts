import type { Body, KindView, MapSymbol } from '../../records/model/kind-view';

/** Places that relief needs, and what is asked for and offered. */
export const reliefKinds: readonly KindView[] = [
  {
    kind: 'place-status',
    symbol: placeSymbol,
  },
  {
    kind: 'damage-report',
    symbol: ({ degree }) => ({ type: 'glyph', glyph: 'alert', tone: DAMAGE[String(degree)] ?? 'plain' }),
  },
  {
    kind: 'request-for-assistance',
    symbol: () => ({ type: 'glyph', glyph: 'request', tone: 'caution' }),
  },
  {
    kind: 'offer-of-assistance',
    symbol: () => ({ type: 'glyph', glyph: 'offer', tone: 'normal' }),
  },
];

const DAMAGE: Readonly<Record<string, 'caution' | 'critical'>> = {
  destroyed: 'critical',
  severe: 'critical',
  moderate: 'caution',
};

/** Entities of symbol set 20, land installations (APP-6D): airport, sea port, hospital. */
const ENTITY: Readonly<Record<string, string>> = { airfield: '121301', port: '121309', hospital: '120702' };

/** Operational condition in the sixth digit group of the code: fully capable, damaged, destroyed. */
const CONDITION: Readonly<Record<string, string>> = { open: '2', limited: '3', closed: '4' };

const TONES: Readonly<Record<string, 'normal' | 'caution' | 'critical'>> = {
  open: 'normal',
  limited: 'caution',
  closed: 'critical',
};

const GLYPHS: Readonly<Record<string, 'shelter' | 'road'>> = { shelter: 'shelter', road: 'road', bridge: 'road' };

function placeSymbol({ placeType, status }: Body): MapSymbol {
  const entity = ENTITY[String(placeType)];
  const condition = String(status);
  if (entity !== undefined) {
    return { type: 'sidc', sidc: `100320${CONDITION[condition] ?? '0'}000${entity}0000` };
  }
  const glyph = GLYPHS[String(placeType)] ?? 'place';
  return { type: 'glyph', glyph, tone: TONES[condition] ?? 'plain' };
}
