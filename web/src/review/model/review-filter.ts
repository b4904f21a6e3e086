import type { Review } from '../../api/types';
import type { Query } from '../../api/client';
import { createStore } from '../../ui/store';

export interface ReviewChoice {
  readonly state: 'open' | 'closed';
  readonly party: string;
  readonly kind: string;
}

export const EVERYTHING_OPEN: ReviewChoice = { state: 'open', party: '', kind: '' };

/** What the queue shows; it stays while the person looks at other screens. */
export const reviewChoice = createStore<ReviewChoice>(EVERYTHING_OPEN);

export function asQuery({ state, party, kind }: ReviewChoice): Query {
  return { state, ...(party === '' ? {} : { party }), ...(kind === '' ? {} : { kind }) };
}

/** Of the releases chosen, those that are still shown: nobody rules on what is not before the eyes. */
export function stillShown(chosen: ReadonlySet<string>, shown: readonly Review[]): readonly Review[] {
  return shown.filter(({ id, state }) => state === 'open' && chosen.has(id));
}

/** How many go to whom, the most first. */
export function perParty(reviews: readonly Review[]): readonly (readonly [party: string, n: number])[] {
  const counts = new Map<string, number>();
  reviews.forEach(({ party }) => counts.set(party, (counts.get(party) ?? 0) + 1));
  return [...counts].sort(([a, n], [b, m]) => m - n || a.localeCompare(b));
}
