import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gars, readGars } from './gars';

describe('the area reference', () => {
  it.each([
    // NGA, GARS quick guide: 006AG39 is the southeast five minutes of the southwest quarter of 006AG.
    ['006AG', -177.5, -87, 0.5],
    ['006AG3', -177.5, -87, 0.25],
    ['006AG39', -177.5 + 2 / 12, -87, 1 / 12],
    ['001AA', -180, -90, 0.5],
    ['720QZ', 179.5, 89.5, 0.5],
    ['361HN37', 0, 0, 1 / 12],
  ])('%s begins at %s, %s', (text, west, south, size) => {
    const area = readGars(text);
    expect(area?.west).toBeCloseTo(west, 9);
    expect(area?.south).toBeCloseTo(south, 9);
    expect((area?.north ?? 0) - (area?.south ?? 0)).toBeCloseTo(size, 9);
  });

  it.each(['000AA', '721AA', '006AI', '006RA1', '006AG0', '006AG50', '06AG', '006AG390'])('is not %s', (text) => {
    expect(readGars(text)).toBeNull();
  });

  it.each([
    [0, 0, '361HN37'],
    [35.6895, 139.6917, '640LM33'],
    [90, 180, '720QZ23'],
    [-90, -180, '001AA37'],
  ])('of %s, %s is %s', (lat, lon, expected) => {
    expect(gars({ lat, lon })).toBe(expected);
  });

  it('holds the position it was made of', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -89.99, max: 89.99, noNaN: true }),
        fc.double({ min: -179.99, max: 179.99, noNaN: true }),
        (lat, lon) => {
          const area = readGars(gars({ lat, lon }));
          return (
            area !== null &&
            lat >= area.south - 1e-6 &&
            lat <= area.north + 1e-6 &&
            lon >= area.west - 1e-6 &&
            lon <= area.east + 1e-6
          );
        },
      ),
    );
  });
});
