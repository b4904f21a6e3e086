import { describe, expect, it } from 'vitest';
import { parseCorner, parseRing, printRing } from './corners';

describe('corners', () => {
  it.each([
    ['33.21N 130.95E', [130.95, 33.21]],
    ['33.21, 130.95', [130.95, 33.21]],
    ['-12.5 -77', [-77, -12.5]],
    ['12.5S 77W', [-77, -12.5]],
    [' 33.21° N, 130.95° E ', [130.95, 33.21]],
  ])('reads %s', (text, corner) => {
    expect(parseCorner(text)).toEqual(corner);
  });

  it.each(['', '33.21', '130.95E 33.21N', '91N 0E', '0N 181E', 'here'])('refuses %s', (text) => {
    expect(parseCorner(text)).toBeNull();
  });

  it('make a ring of three lines or more, and say which line is wrong', () => {
    expect(parseRing('33N 130E\n\n34N 130E\n34N 131E\n').ring).toHaveLength(3);
    expect(parseRing('33N 130E\n34N\n34N 131E')).toEqual({ ring: null, badLine: 2 });
    expect(parseRing('33N 130E\n34N 130E')).toEqual({ ring: null, badLine: 0 });
  });

  it('are printed as they are read', () => {
    const ring = [
      [179.5, -33.25],
      [-179.5, -33.25],
      [0, 34],
    ];
    expect(printRing(ring)).toBe('33.25S 179.5E\n33.25S 179.5W\n34N 0E');
    expect(parseRing(printRing(ring)).ring).toEqual(ring);
  });
});
