import type { ReliefPlaceHistory } from '../../api/types';

export const WIDTH = 560;
export const HEIGHT = 140;
const MARGIN = 8;

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly at: string;
  readonly people: number;
}

export interface Curve {
  readonly party: string;
  readonly points: readonly CurvePoint[];
}

/** Headcounts of each nation over time on one scale, from 0; without those who said none. */
export function curvesOf(series: ReliefPlaceHistory['series']): {
  readonly curves: readonly Curve[];
  readonly most: number;
} {
  const counted = series.map(({ party, points }) => ({
    party,
    points: points.flatMap(({ at, occupants }) => (occupants === null ? [] : [{ at, people: occupants }])),
  }));
  const all = counted.flatMap(({ points }) => points);
  const times = all.map(({ at }) => Date.parse(at));
  const first = Math.min(...times);
  const span = Math.max(...times) - first;
  const most = Math.max(0, ...all.map(({ people }) => people));
  const x = (at: string) =>
    span === 0 ? WIDTH / 2 : MARGIN + ((WIDTH - 2 * MARGIN) * (Date.parse(at) - first)) / span;
  const y = (people: number) => HEIGHT - MARGIN - (most === 0 ? 0 : ((HEIGHT - 2 * MARGIN) * people) / most);
  return {
    most,
    curves: counted
      .filter(({ points }) => points.length > 0)
      .map(({ party, points }) => ({
        party,
        points: points.map(({ at, people }) => ({ x: x(at), y: y(people), at, people })),
      })),
  };
}
