import { describe, expect, it } from 'vitest';
import { middleOf, pointsOf, readGeometry } from '../../records/model/geometry';
import { drawnFeatures, NO_DRAWING, placed, without } from './drawing-state';
import { draftOf, readFeatures } from './read-features';
import { geometryOf } from './shape';

const CORNERS = [
  { lat: 33, lon: 131 },
  { lat: 34, lon: 131 },
  { lat: 34, lon: 132 },
];
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const feature = (type: string, coordinates: unknown, properties: unknown = {}) => ({
  type: 'Feature',
  geometry: { type, coordinates },
  properties,
});

describe('what is drawn', () => {
  it('becomes a geometry as soon as it has enough points, and points again', () => {
    expect(geometryOf('area', CORNERS.slice(0, 2))).toBeNull();
    expect(geometryOf('route', CORNERS.slice(0, 1))).toBeNull();
    for (const shape of ['area', 'route'] as const) {
      const geometry = geometryOf(shape, CORNERS);
      expect(readGeometry(geometry)).toEqual(geometry);
      expect(geometry && pointsOf(geometry)).toEqual(CORNERS);
    }
    expect(geometryOf('text', CORNERS)).toEqual({ type: 'Point', coordinates: [131, 33] });
  });

  it('has its middle on its own side of the Earth', () => {
    const across = geometryOf('route', [
      { lat: 10, lon: 179 },
      { lat: 20, lon: -178 },
    ]);
    expect(across && middleOf(across)).toEqual({ lat: 15, lon: -179.5 });
  });

  it('gets, moves and loses points', () => {
    const two = CORNERS.slice(0, 2).reduce(placed, NO_DRAWING);
    expect(two.points).toHaveLength(2);
    expect(placed({ ...two, moving: 0 }, { lat: 1, lon: 2 }).points[0]).toEqual({ lat: 1, lon: 2 });
    expect(without(two, 0).points).toEqual([CORNERS[1]]);
    expect(CORNERS.reduce(placed, { ...NO_DRAWING, shape: 'point' }).points).toEqual([CORNERS[2]]);
    expect(drawnFeatures(CORNERS.reduce(placed, NO_DRAWING))[0]?.geometry.type).toBe('Polygon');
  });
});

describe('a file of features', () => {
  it('is read with the names it gives', () => {
    const read = readFeatures(
      collection(
        feature('Point', [131, 33], { name: 'Buoy 4' }),
        feature('LineString', [
          [131, 33],
          [132, 34],
        ]),
        feature(
          'MultiPoint',
          [
            [131, 33],
            [132, 34],
          ],
          { title: 'Pair' },
        ),
      ),
      'Feature',
    );
    expect('features' in read && read.features.map(({ title }) => title)).toEqual([
      'Buoy 4',
      'Feature 2',
      'Pair (1)',
      'Pair (2)',
    ]);
  });

  it('says which features cannot be drawn', () => {
    const read = readFeatures(
      collection(feature('Point', [999, 33]), feature('Point', [131, 33]), feature('GeometryCollection', []), null),
      'Feature',
    );
    expect(read).toMatchObject({ left: [1, 3, 4] });
  });

  it.each([
    ['{', 'no-json'],
    ['[]', 'no-features'],
    ['{"a":1}', 'no-features'],
    [collection(), 'no-features'],
    [collection(...Array.from({ length: 501 }, () => feature('Point', [131, 33]))), 'too-many'],
    [' '.repeat(2_000_001), 'too-large'],
  ])('is refused when it is wrong as a whole', (text, mistake) => {
    expect(readFeatures(text, 'Feature')).toEqual({ mistake });
  });

  it('makes drafts with the label chosen', () => {
    const draft = draftOf({ title: 'Buoy', geometry: { type: 'Point', coordinates: [131, 33] } }, 'RESTRICTED');
    expect(draft).toMatchObject({ label: 'RESTRICTED', body: { shape: 'point', position: { lat: 33, lon: 131 } } });
  });
});
