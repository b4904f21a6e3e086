import type { ReliefAssignment, ReliefBoard } from '../../api/types';
import { instantOf, typedInstant } from '../../statements/model/form';

/** One leg of a plan as it is typed: places by a record that reports them, times in UTC. */
export interface TypedLeg {
  readonly from: string;
  readonly to: string;
  readonly departure: string;
  readonly arrival: string;
}

export const EMPTY_LEG: TypedLeg = { from: '', to: '', departure: '', arrival: '' };

/** What cannot be read goes as it is: the node says what is wrong with it. */
export function saidLegs(legs: readonly TypedLeg[]): readonly TypedLeg[] {
  return legs.map(({ from, to, departure, arrival }) => ({
    from,
    to,
    departure: instantOf(departure) ?? departure,
    arrival: instantOf(arrival) ?? arrival,
  }));
}

/** One more leg, from where the last one ends. */
export function oneMore(legs: readonly TypedLeg[]): readonly TypedLeg[] {
  return [...legs, { ...EMPTY_LEG, from: legs.at(-1)?.to ?? '' }];
}

/** A changed leg; the next one begins where it ends. */
export function changed(legs: readonly TypedLeg[], at: number, more: Partial<TypedLeg>): readonly TypedLeg[] {
  return legs.map((leg, index) => {
    if (index === at) {
      return { ...leg, ...more };
    }
    return index === at + 1 && more.to !== undefined ? { ...leg, from: more.to } : leg;
  });
}

const MEANS: Readonly<Record<string, string>> = {
  road: 'truck',
  air: 'transport-aircraft',
  helicopter: 'helicopter',
  sea: 'ship',
};

/** A move as it follows from a decided assignment: what is left is where it begins and when. */
export function fromAssignment(board: ReliefBoard, one: ReliefAssignment): Readonly<Record<string, string>> {
  const need = board.needs.find(({ id }) => id === one.need);
  const offer = board.offers.find(({ id }) => id === one.offer);
  const receiver = need?.party ?? '';
  return {
    to: [...new Set([board.own, receiver, offer?.party ?? board.own])].filter((party) => party !== '').join(' '),
    exercise: String(board.exercise),
    means: MEANS[offer?.mode ?? ''] ?? 'truck',
    count: '1',
    item: need?.item ?? '',
    quantity: String(one.quantity),
    unit: one.unit,
    receiver,
    need: one.need,
    offer: one.offer,
    legs: JSON.stringify(wayOf(board, one)),
  };
}

/** By way of the place that the assignment names, to the place of the need. */
function wayOf(board: ReliefBoard, one: ReliefAssignment): readonly TypedLeg[] {
  const placeKey = board.needs.find(({ id }) => id === one.need)?.place;
  const end = board.places.find(({ key }) => key === placeKey);
  const via = board.places.find(
    ({ id, reports }) => id === one.via || reports.some(({ record }) => record === one.via),
  );
  const arrival = one.arrival === null ? '' : typedInstant(new Date(one.arrival));
  const stops = [via, end].filter((place, index, all) => place && (index === 0 || place.key !== all[0]?.key));
  const legs = stops.map((place, index): TypedLeg => ({
    from: stops[index - 1]?.id ?? '',
    to: place?.id ?? '',
    departure: '',
    arrival: index === stops.length - 1 ? arrival : '',
  }));
  return legs.length === 0 ? [EMPTY_LEG] : legs;
}

export function legsFrom(text: string | undefined): readonly TypedLeg[] {
  return text === undefined ? [EMPTY_LEG] : (JSON.parse(text) as readonly TypedLeg[]);
}
