import { describe, expect, it } from 'vitest';
import { nationOf } from './track-nation';

describe('the flag of a track', () => {
  it.each([
    [['mmsi:431000123'], 'JPN'],
    [['mmsi:366123456'], 'USA'],
    [['mmsi:503111222'], 'AUS'],
    [['icao24:84c0de'], 'JPN'],
    [['icao24:AE1234'], 'USA'],
    [['icao24:7c1234'], 'AUS'],
    [['radar:KUNISAKI/7', 'mmsi:440000001'], 'KOR'],
    [['mmsi:974000001'], null],
    [['radar:KUNISAKI/7'], null],
    [[], null],
  ])('%j is %s', (identities, nation) => {
    expect(nationOf({ identities })).toBe(nation);
  });
});
