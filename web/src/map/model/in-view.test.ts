import { describe, expect, it } from 'vitest';
import type { Track } from '../../api/types';
import { isInView } from './in-view';

const at = (longitude: number, latitude: number) => ({ longitude, latitude }) as Track;
const view = { south: 20, north: 40, zoom: 6 };

describe('what is in sight', () => {
  it.each([
    [131, 33, 120, 140, true],
    [131, 41, 120, 140, false],
    [119, 33, 120, 140, false],
    [-179, 33, 170, 190, true],
    [179, 33, -190, -170, true],
    [0, 33, 170, 190, false],
  ])('%s, %s between %s and %s: %s', (longitude, latitude, west, east, expected) => {
    expect(isInView(at(longitude, latitude), { ...view, west, east })).toBe(expected);
  });
});
