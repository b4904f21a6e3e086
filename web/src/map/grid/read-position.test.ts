import { describe, expect, it } from 'vitest';
import { readPosition } from './read-position';

describe('a position as people write it', () => {
  it.each([
    ['33.21N 130.95E', 33.21, 130.95],
    ['33.21N130.95E', 33.21, 130.95],
    ['33.21 N, 130.95 E', 33.21, 130.95],
    ['N33.21 E130.95', 33.21, 130.95],
    ['33.21, 130.95', 33.21, 130.95],
    ['-33.857 151.215', -33.857, 151.215],
    ['33°12\'36"N 130°57\'00"E', 33.21, 130.95],
    ['33 12 36 N 130 57 0 E', 33.21, 130.95],
    ['33 12.6N 130 57.0E', 33.21, 130.95],
    ['N33 12.6 E130 57', 33.21, 130.95],
    ['331236N 1305700E', 33.21, 130.95],
    ['3312N13057E', 33.2, 130.95],
    ['33.857S 70.5w', -33.857, -70.5],
  ])('%s', (text, lat, lon) => {
    const read = readPosition(text);
    expect(read?.form).toBe('degrees');
    expect(read?.at.lat).toBeCloseTo(lat, 6);
    expect(read?.at.lon).toBeCloseTo(lon, 6);
  });

  it('is one of the grids, too', () => {
    expect(readPosition('52S FB 736 347')?.form).toBe('mgrs');
    expect(readPosition('006AG39')).toMatchObject({ form: 'gars', area: { south: -87 } });
  });

  it.each([
    '',
    '33',
    'FERRY 1',
    '431000123',
    '91N 130E',
    '33N 181E',
    '33 61 0 N 130E',
    '33.5 12 N 130 E',
    '33,130,5',
    'N S',
  ])('is not "%s"', (text) => {
    expect(readPosition(text)).toBeNull();
  });
});
