import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { mgrs, readMgrs, utm } from './mgrs';

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

  it.each([
    ['18SUJ2348306479', 38.8895, -77.0352],
    ['52S FB 736 347', 32.83717, 130.8554],
    ['31u dq 482 119', 48.8582, 2.2945],
    ['56H LH 348 522', -33.857, 151.215],
  ])('%s is read as %s, %s', (text, lat, lon) => {
    const at = readMgrs(text);
    expect(at?.lat).toBeCloseTo(lat, 2);
    expect(at?.lon).toBeCloseTo(lon, 2);
  });

  it.each(['52S FB 73 343', '61S FB 737 343', '52I FB 737 343', '52S AB 12 34', '52S', 'FB 737 343'])(
    'is not %s',
    (text) => {
      expect(readMgrs(text)).toBeNull();
    },
  );

  it('is north on the equator, and as near to it as numbers come', () => {
    expect(mgrs({ lat: 0, lon: 0 })).toBe('31N AA 660 000');
    expect(mgrs({ lat: -7.1e-15, lon: 0 })).toBe('31N AA 660 000');
    expect(mgrs({ lat: -0.001, lon: 0 })).toBe('31M AV 660 998');
  });

  it('is read back to within its hundred metres', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -79.9, max: 83.9, noNaN: true }),
        fc.double({ min: -179.9, max: 179.9, noNaN: true }),
        (lat, lon) => {
          const at = readMgrs(mgrs({ lat, lon }) ?? '');
          const metres =
            at === null
              ? Infinity
              : 111_320 * Math.hypot(at.lat - lat, (at.lon - lon) * Math.cos((lat * Math.PI) / 180));
          return metres < 85;
        },
      ),
    );
  });
});
