import type { Feature, FeatureCollection, Position } from 'geojson';
import type { ReliefMove } from '../../api/types';

type Leg = ReliefMove['legs'][number];

/** How long a move that has arrived stays on the map. */
const DAY = 86_400_000;

/** How a leg stands: over, on the way, to come, and what is wrong with it before anything else. */
export type LegState = 'over-closed' | 'late' | 'done' | 'under-way' | 'planned';

/**
 * A line for each leg whose places are known, and a point where a move on its way would be by now if it went at an even
 * pace between its departure and what was last said of its arrival.
 */
export function moveFeatures(
  moves: readonly ReliefMove[],
  now: number,
  title: (move: ReliefMove) => string,
): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: moves
      .filter((move) => isShown(move, now))
      .flatMap((move): Feature[] =>
        move.legs.flatMap((leg) => [...lineOf(move, leg, title), ...pointOf(move, leg, now, title)]),
      ),
  };
}

function isShown({ status, legs }: ReliefMove, now: number): boolean {
  const arrival = legs.at(-1)?.arrival.at;
  return status === 'arrived' ? arrival !== undefined && now - Date.parse(arrival) < DAY : status !== 'cancelled';
}

function lineOf(move: ReliefMove, leg: Leg, title: (move: ReliefMove) => string): Feature[] {
  const ends = endsOf(leg);
  return ends === null
    ? []
    : [
        {
          type: 'Feature',
          geometry: { type: 'LineString', coordinates: ends },
          properties: { id: move.id, part: 'leg', state: stateOf(move, leg), title: title(move) },
        },
      ];
}

function pointOf(move: ReliefMove, leg: Leg, now: number, title: (move: ReliefMove) => string): Feature[] {
  const ends = endsOf(leg);
  if (ends === null || !leg.departure.done || leg.arrival.done) {
    return [];
  }
  const left = Date.parse(leg.departure.at);
  const due = Date.parse(leg.arrival.at);
  const part = due > left ? Math.min(1, Math.max(0, (now - left) / (due - left))) : 1;
  const [[fromLon, fromLat], [toLon, toLat]] = ends;
  return [
    {
      type: 'Feature',
      geometry: {
        type: 'Point',
        coordinates: [fromLon + part * (toLon - fromLon), fromLat + part * (toLat - fromLat)],
      },
      properties: { id: move.id, part: 'expected', state: stateOf(move, leg), title: title(move) },
    },
  ];
}

/** The shorter way around, also over the date line. */
function endsOf({ from, to }: Leg): [[number, number], [number, number]] | null {
  if (from.position === null || to.position === null) {
    return null;
  }
  const lon = to.position.lon - from.position.lon;
  const across = lon > 180 ? -360 : lon < -180 ? 360 : 0;
  return [
    [from.position.lon, from.position.lat],
    [to.position.lon + across, to.position.lat],
  ] satisfies Position[] as [[number, number], [number, number]];
}

function stateOf(move: ReliefMove, leg: Leg): LegState {
  if (leg.arrival.done) {
    return 'done';
  }
  if (leg.from.closed || leg.to.closed) {
    return 'over-closed';
  }
  if (move.silent || Date.parse(leg.arrival.at) > Date.parse(leg.arrival.planned)) {
    return 'late';
  }
  return leg.departure.done ? 'under-way' : 'planned';
}
