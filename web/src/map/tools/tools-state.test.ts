import { describe, expect, it } from 'vitest';
import { measuredFeatures } from './measure-state';
import { readRadii, ringFeatures } from './rings-state';

describe('range rings', () => {
  it.each([
    ['12, 24 50', [12, 24, 50]],
    ['50、12.5', [12.5, 50]],
    ['5 5', [5]],
    ['', null],
    ['0', null],
    ['ten', null],
    ['1 2 3 4 5 6 7 8 9', null],
    ['9000', null],
  ])('of "%s" are %j', (text, expected) => {
    expect(readRadii(text)).toEqual(expected);
  });

  it('carry their distance', () => {
    const features = ringFeatures({ center: { lat: 33, lon: 131 }, follows: null, miles: [5, 10] });
    expect(features.map(({ properties }) => properties?.['text'])).toEqual(['', '5 NM', '', '10 NM', '']);
    expect(ringFeatures({ center: null, follows: null, miles: [5] })).toEqual([]);
  });
});

describe('legs', () => {
  it('carry bearing and distance', () => {
    const features = measuredFeatures([
      { lat: 33, lon: 131 },
      { lat: 34, lon: 131 },
    ]);
    expect(features.map(({ properties }) => properties?.['text']).filter((text) => text !== '')).toEqual([
      '000° 60.0 NM',
    ]);
    expect(measuredFeatures([])).toEqual([]);
  });
});
