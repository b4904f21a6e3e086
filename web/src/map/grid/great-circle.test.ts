import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearing, destination, distance, formatBearing, formatMiles, path, ring } from './great-circle';

const narita = { lat: 35.7647, lon: 140.3864 };
const losAngeles = { lat: 33.9425, lon: -118.4081 };
const anywhere = fc.record({
  lat: fc.double({ min: -85, max: 85, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('a great circle', () => {
  it('measures one degree of a meridian as 60 nautical miles, near enough', () => {
    expect(distance({ lat: 33, lon: 131 }, { lat: 34, lon: 131 }) / 1852).toBeCloseTo(60.04, 1);
  });

  it('knows the way from Narita to Los Angeles', () => {
    // 8 773 km on the ellipsoid.
    expect(Math.abs(distance(narita, losAngeles) / 1000 - 8_773)).toBeLessThan(44);
    expect(formatBearing(bearing(narita, losAngeles))).toBe('056°');
  });

  it('comes to where it was measured to', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const there = destination(a, bearing(a, b), distance(a, b));
        return distance(there, b) < 10;
      }),
    );
  });

  it('does not leap at the antimeridian', () => {
    const line = path(narita, losAngeles);
    line.slice(1).forEach(([lon], n) => expect(Math.abs(lon - (line[n]?.[0] ?? NaN))).toBeLessThan(10));
    expect(line.at(-1)?.[0]).toBeCloseTo(losAngeles.lon + 360, 6);
  });

  it('draws rings of the same distance all round', () => {
    ring(narita, 50_000).forEach(([lon, lat]) => expect(distance(narita, { lat, lon })).toBeCloseTo(50_000, 3));
  });

  it('is written as on a chart', () => {
    expect(formatMiles(18_520)).toBe('10.0 NM');
    expect(formatMiles(1_852)).toBe('1.00 NM');
    expect(formatBearing(359.7)).toBe('000°');
  });
});
