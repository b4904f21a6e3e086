import { describe, expect, it } from 'vitest';
import { mgrs, utm } from './mgrs';

describe('the military grid', () => {
  it.each([
    // Checked against the series of Krüger, computed apart from this code.
    [38.8895, -77.0352, '18S UJ 234 064'],
    [32.83717, 130.8554, '52S FB 736 347'],
    [48.8582, 2.2945, '31U DQ 482 119'],
    [-33.857, 151.215, '56H LH 348 522'],
  ])('of %s, %s is %s', (lat, lon, grid) => {
    expect(mgrs({ lat, lon })).toBe(grid);
  });

  it('ends where UTM ends', () => {
    expect(mgrs({ lat: 85, lon: 0 })).toBeNull();
  });

  it('puts the central meridian at 500 km', () => {
    expect(utm(35, 135).easting).toBeCloseTo(500_000, 3);
  });
});
