import { describe, expect, it } from 'vitest';
import { curvesOf, HEIGHT, WIDTH } from './curve';

const point = (hour: number, occupants: number | null) => ({
  record: 'r',
  at: `2016-04-16T0${hour}:00:00Z`,
  status: 'open',
  occupants,
});

describe('the curve of people in a shelter', () => {
  it('runs from left to right in time and is the higher the more there are', () => {
    const { curves, most } = curvesOf([{ party: 'JPN', points: [point(0, 100), point(1, 50), point(4, 0)] }]);
    expect(most).toBe(100);
    const [first, second, third] = curves[0]?.points ?? [];
    expect(first && second && third && first.x < second.x && second.x < third.x).toBe(true);
    expect(first && second && third && first.y < second.y && second.y < third.y).toBe(true);
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBeCloseTo(((third?.x ?? 0) - (first?.x ?? 0)) / 4);
  });

  it('has no point where nobody counted, and stays within its frame', () => {
    const { curves } = curvesOf([
      { party: 'JPN', points: [point(0, null), point(1, 7)] },
      { party: 'USA', points: [point(2, null)] },
    ]);
    expect(curves.map(({ party }) => party)).toEqual(['JPN']);
    for (const { x, y } of curves.flatMap(({ points }) => points)) {
      expect(x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT).toBe(true);
    }
    expect(curvesOf([])).toEqual({ curves: [], most: 0 });
  });
});
