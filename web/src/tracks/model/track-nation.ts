import type { Track } from '../../api/types';

/** First three digits of an MMSI: maritime identification digits (ITU, Table of MIDs), of nations that are met here often. */
const MARITIME: Readonly<Record<string, readonly (readonly [first: number, last: number])[]>> = {
  ARE: [[470, 471]],
  AUS: [[503, 503]],
  BGD: [[405, 405]],
  CAN: [[316, 316]],
  CHN: [[412, 414]],
  DEU: [
    [211, 211],
    [218, 218],
  ],
  FRA: [[226, 228]],
  GBR: [[232, 235]],
  HKG: [[477, 477]],
  IDN: [[525, 525]],
  IND: [[419, 419]],
  ITA: [[247, 247]],
  JPN: [[431, 432]],
  KOR: [[440, 441]],
  LBR: [[636, 637]],
  MHL: [[538, 538]],
  MYS: [[533, 533]],
  NLD: [[244, 246]],
  NOR: [[257, 259]],
  NZL: [[512, 512]],
  PAN: [
    [351, 357],
    [370, 374],
  ],
  PHL: [[548, 548]],
  PRK: [[445, 445]],
  RUS: [[273, 273]],
  SGP: [[563, 566]],
  SWE: [[265, 266]],
  THA: [[567, 567]],
  USA: [
    [338, 338],
    [366, 369],
  ],
  VNM: [[574, 574]],
};

/** Blocks of 24-bit aircraft addresses (ICAO Annex 10, volume III, table 9-1). */
const AIRCRAFT: readonly (readonly [nation: string, first: number, last: number])[] = [
  ['RUS', 0x100000, 0x1fffff],
  ['ITA', 0x300000, 0x33ffff],
  ['FRA', 0x380000, 0x3bffff],
  ['DEU', 0x3c0000, 0x3fffff],
  ['GBR', 0x400000, 0x43ffff],
  ['NOR', 0x478000, 0x47ffff],
  ['NLD', 0x480000, 0x487fff],
  ['SWE', 0x4a8000, 0x4affff],
  ['BGD', 0x702000, 0x702fff],
  ['KOR', 0x718000, 0x71ffff],
  ['MYS', 0x750000, 0x757fff],
  ['PHL', 0x758000, 0x75ffff],
  ['SGP', 0x768000, 0x76ffff],
  ['CHN', 0x780000, 0x7bffff],
  ['AUS', 0x7c0000, 0x7fffff],
  ['IND', 0x800000, 0x83ffff],
  ['JPN', 0x840000, 0x87ffff],
  ['THA', 0x880000, 0x887fff],
  ['VNM', 0x888000, 0x88ffff],
  ['ARE', 0x896000, 0x896fff],
  ['IDN', 0x8a0000, 0x8a7fff],
  ['USA', 0xa00000, 0xafffff],
  ['CAN', 0xc00000, 0xc3ffff],
  ['NZL', 0xc80000, 0xc87fff],
];

/** The flag as the numbers of a track tell it; null when they tell none. It is what the track says of itself, nothing more. */
export function nationOf({ identities }: Pick<Track, 'identities'>): string | null {
  for (const identity of identities) {
    const mmsi = /^mmsi:(\d{3})\d{6}$/.exec(identity)?.[1];
    const address = /^icao24:([0-9a-f]{6})$/i.exec(identity)?.[1];
    const nation = mmsi === undefined ? address && ofAddress(parseInt(address, 16)) : ofMaritimeDigits(Number(mmsi));
    if (nation) {
      return nation;
    }
  }
  return null;
}

function ofMaritimeDigits(digits: number): string | undefined {
  return Object.entries(MARITIME).find(([, blocks]) =>
    blocks.some(([first, last]) => digits >= first && digits <= last),
  )?.[0];
}

function ofAddress(address: number): string | undefined {
  return AIRCRAFT.find(([, first, last]) => address >= first && address <= last)?.[0];
}
