import type { RecordFilter } from '../api/list-records';
import { createStore, useStore } from '../../ui/store';

export type Since = 'all' | 'hour' | 'watch' | 'day';

export interface FilterChoice {
  readonly text: string;
  readonly kind: string;
  readonly origin: string;
  readonly since: Since;
}

export const NO_FILTER: FilterChoice = { text: '', kind: '', origin: '', since: 'all' };

export const filterChoice = createStore<FilterChoice>(NO_FILTER);

const HOURS: Record<Exclude<Since, 'all'>, number> = { hour: 1, watch: 8, day: 24 };

export function useFilterChoice(): FilterChoice {
  return useStore(filterChoice);
}

/** The choice as the node takes it. The instant is cut to the minute, so that the same choice asks the same question. */
export function recordFilter({ text, kind, origin, since }: FilterChoice, now: Date): RecordFilter {
  const filter: { -readonly [K in keyof RecordFilter]: RecordFilter[K] } = {};
  if (text.trim() !== '') filter.text = text.trim();
  if (kind !== '') filter.kind = kind;
  if (origin !== '') filter.origin = origin;
  if (since !== 'all') {
    const start = new Date(now.getTime() - HOURS[since] * 3_600_000);
    filter.since = `${start.toISOString().slice(0, 16)}:00Z`;
  }
  return filter;
}
