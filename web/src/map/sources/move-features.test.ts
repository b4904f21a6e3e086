import type { LineString, Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { ReliefMove } from '../../api/types';
import { moveFeatures } from './move-features';

const AT = Date.parse('2016-04-16T06:00:00Z');
type Leg = ReliefMove['legs'][number];

const place = (lat: number | null, lon: number | null, closed = false): Leg['from'] => ({
  id: '00000000-0000-4000-8000-000000000001',
  name: { en: 'A', ja: 'あ' },
  position: lat === null || lon === null ? null : { lat, lon },
  closed,
});

function leg(change: Partial<Leg> = {}): Leg {
  return {
    from: place(34, 132),
    to: place(33, 130),
    departure: { planned: '2016-04-16T05:00:00Z', at: '2016-04-16T05:00:00Z', done: false },
    arrival: { planned: '2016-04-16T07:00:00Z', at: '2016-04-16T07:00:00Z', done: false },
    ...change,
  };
}

const gone = { planned: '2016-04-16T05:00:00Z', at: '2016-04-16T05:00:00Z', done: true };
const come = { planned: '2016-04-16T07:00:00Z', at: '2016-04-16T06:30:00Z', done: true };

function move(legs: readonly Leg[], change: Partial<ReliefMove> = {}): ReliefMove {
  return { id: 'm', status: 'under-way', silent: false, legs, ...change } as unknown as ReliefMove;
}

const features = (...moves: readonly ReliefMove[]) => moveFeatures(moves, AT, ({ id }) => id).features;

describe('moves on the map', () => {
  it('are a line for each leg, and half way at half time a point', () => {
    const [line, point] = features(move([leg({ departure: gone })]));
    expect((line?.geometry as LineString).coordinates).toEqual([
      [132, 34],
      [130, 33],
    ]);
    expect(line?.properties).toEqual({ id: 'm', part: 'leg', state: 'under-way', title: 'm' });
    expect((point?.geometry as Point).coordinates).toEqual([131, 33.5]);
    expect(point?.properties?.['part']).toBe('expected');
  });

  it('have a point only while they are on the way', () => {
    const parts = features(move([leg({ departure: gone, arrival: come }), leg()])).map((one) => one.properties);
    expect(parts.map((one) => [one?.['part'], one?.['state']])).toEqual([
      ['leg', 'done'],
      ['leg', 'planned'],
    ]);
  });

  it('stand at the end of their way once they should have arrived', () => {
    const late = { planned: '2016-04-16T05:30:00Z', at: '2016-04-16T05:45:00Z', done: false };
    const [line, point] = features(move([leg({ departure: gone, arrival: late })]));
    expect(line?.properties?.['state']).toBe('late');
    expect((point?.geometry as Point).coordinates).toEqual([130, 33]);
  });

  it('say first that a place is closed', () => {
    const [line] = features(move([leg({ to: place(33, 130, true) })], { silent: true }));
    expect(line?.properties?.['state']).toBe('over-closed');
  });

  it('leave out what is cancelled, and legs over a place that is not known here', () => {
    expect(features(move([leg()], { status: 'cancelled' }), move([leg({ from: place(null, null) })]))).toEqual([]);
  });

  it('stay for a day after they have arrived', () => {
    const arrived = (at: string) => move([leg({ departure: gone, arrival: { ...come, at } })], { status: 'arrived' });
    expect(features(arrived('2016-04-15T07:00:00Z'))).toHaveLength(1);
    expect(features(arrived('2016-04-15T05:00:00Z'))).toEqual([]);
  });

  it('cross the date line by the shorter way', () => {
    const [line] = features(move([leg({ from: place(30, 170), to: place(21, -158) })]));
    expect((line?.geometry as LineString).coordinates[1]).toEqual([202, 21]);
  });
});
