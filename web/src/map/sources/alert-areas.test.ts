import { describe, expect, it } from 'vitest';
import { alertAreas, warnedCoasts } from './alert-areas';

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

describe('the coasts of a tsunami telegram', () => {
  const LINE = [
    [38.9, 141.7],
    [38, 140.9],
  ];
  const coast = (grade: string): object => ({ grade, lines: [LINE], description: { ja: `宮城県（${grade}）` } });

  it('are lines with longitude first, each of its grade', () => {
    const areas = ['major', 'warning', 'advisory', 'forecast'].map(coast);
    expect(warnedCoasts({ areas }).map((one) => one.grade)).toEqual(['major', 'warning', 'advisory', 'forecast']);
    expect(warnedCoasts({ areas })[0]).toEqual({
      grade: 'major',
      title: '宮城県（major）',
      geometry: {
        type: 'MultiLineString',
        coordinates: [
          [
            [141.7, 38.9],
            [140.9, 38],
          ],
        ],
      },
    });
  });

  it('are none when the warning was lifted, is over, or the lines are broken', () => {
    expect(warnedCoasts({ areas: [coast('lifted')] })).toEqual([]);
    expect(warnedCoasts({ urgency: 'Past', areas: [coast('warning')] })).toEqual([]);
    expect(warnedCoasts({ status: 'cancelled', areas: [coast('forecast')] })).toEqual([]);
    expect(warnedCoasts({ areas: [{ lines: [[[1, 2]]] }, { lines: 'x' }, { lines: [] }, null] })).toEqual([]);
  });
});
