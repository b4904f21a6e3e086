import { describe, expect, it } from 'vitest';
import type { Track, TrackDetail } from '../../api/types';
import { cell, motionFeatures, trackFeatures, trailFeatures } from './track-features';

const ship: Track = {
  id: 'a',
  coarse: false,
  domain: 'sea',
  state: 'live',
  label: 'UNCLASSIFIED//PUBLIC',
  latitude: 0,
  longitude: 179.9,
  seenAt: '2027-01-15T01:00:00Z',
  course: 90,
  speed: 10,
  name: 'ASAHI',
  identities: [],
  feeds: ['ais'],
  origin: 'JPN/ichigaya',
};
const coarse: Track = { ...ship, id: 'b', coarse: true, latitude: 33.45, longitude: 131.46, cellKm: 11.1 };

describe('tracks on the map', () => {
  it('name what has a name and dim what is lost', () => {
    const { features } = trackFeatures([ship, { ...coarse, state: 'lost' }], (key) => key);
    expect(features.map(({ properties }) => properties?.['title'])).toEqual(['ASAHI', '']);
    expect(features[1]?.properties?.['opacity']).toBeLessThan(1);
  });

  it('point six minutes ahead of a ship', () => {
    const line = motionFeatures([ship]).features[0]?.geometry;
    expect(line?.type === 'LineString' && line.coordinates[1]?.[0]).toBeCloseTo(179.9 + 3600 / 111_200, 6);
    expect(motionFeatures([{ ...ship, state: 'lost' }]).features).toEqual([]);
  });

  it('cover the whole cell of what is shown coarsely', () => {
    const [ring] = cell(coarse).coordinates;
    expect(ring?.[0]?.[1]).toBeCloseTo(33.4, 6);
    expect(ring?.[2]?.[1]).toBeCloseTo(33.5, 6);
    // floor(3600 · cos 33.5°) = 3001 cells in the row
    expect((ring?.[2]?.[0] ?? 0) - (ring?.[0]?.[0] ?? 0)).toBeCloseTo(360 / 3001, 6);
  });

  it('leave a trail by feed that does not go round the Earth', () => {
    const at = '2027-01-15T01:00:00Z';
    const detail: TrackDetail = {
      asOf: at,
      track: ship,
      sources: [],
      predicted: [{ at, latitude: 0, longitude: -179.9, accuracyMetres: 100 }],
      history: [
        { at, latitude: 0, longitude: 179.8, feed: 'ais' },
        { at, latitude: 0, longitude: -179.9, feed: 'radar' },
        { at, latitude: 0, longitude: -179.9, feed: 'ais' },
      ],
    };
    const lines = trailFeatures(detail).features;
    expect(lines.map(({ properties }) => properties?.['part'])).toEqual(['past', 'future']);
    expect(lines[0]?.geometry.coordinates[1]?.[0]).toBeCloseTo(180.1, 6);
    expect(lines[1]?.geometry.coordinates[1]?.[0]).toBeCloseTo(180.1, 6);
    expect(trailFeatures(undefined).features).toEqual([]);
  });
});
