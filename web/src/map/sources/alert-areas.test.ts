import { describe, expect, it } from 'vitest';
import { alertAreas } from './alert-areas';

const TRIANGLE = [
  [36, 136],
  [37, 136],
  [37, 137],
  [36, 136],
];

describe('the areas of an alert', () => {
  it('are polygons with longitude first', () => {
    expect(alertAreas({ areas: [{ description: 'River', polygon: TRIANGLE }] })).toEqual([
      {
        type: 'Polygon',
        coordinates: [
          [
            [136, 36],
            [136, 37],
            [137, 37],
            [136, 36],
          ],
        ],
      },
    ]);
  });

  it('are circles of so many kilometres', () => {
    const [circle] = alertAreas({ areas: [{ circle: '60,10 111.2' }] });
    const ring = circle?.coordinates[0] ?? [];
    expect(ring[0]?.[1]).toBeCloseTo(61, 5);
    expect(ring[12]?.[0]).toBeCloseTo(12, 5);
    expect(ring.at(-1)).toEqual(ring[0]);
  });

  it('are none when it is over, names no shape, or names a broken one', () => {
    expect(alertAreas({ msgType: 'Cancel', areas: [{ polygon: TRIANGLE }] })).toEqual([]);
    expect(alertAreas({ areas: [{ description: 'River' }, null, { polygon: [[1]] }, { circle: 'here' }] })).toEqual([]);
    expect(alertAreas({})).toEqual([]);
  });
});
