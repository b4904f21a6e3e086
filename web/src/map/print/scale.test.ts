import { describe, expect, it } from 'vitest';
import { scaleAt } from './scale';

describe('the scale', () => {
  it.each([
    [0, 4, 120],
    [35, 8, 120],
    [60, 12, 200],
  ])('at %s degrees and zoom %s fits into %s pixels', (lat, zoom, most) => {
    const { pixels, miles } = scaleAt(lat, zoom, most);
    expect(pixels).toBeLessThanOrEqual(most);
    expect(pixels).toBeGreaterThan(most / 3);
    expect(miles).toBeGreaterThan(0);
  });

  it('is the length of the equator at zoom 0', () => {
    const { pixels, miles } = scaleAt(0, 0, 100);
    expect((512 / pixels) * miles * 1852).toBeCloseTo(40_075_017, -4);
  });
});
