import { call } from '../../api/client';
import type { Review, Voice } from '../../api/types';

/** What became of one of many: its new state, or why nothing was done about it. */
export interface RulingOutcome {
  readonly id: string;
  readonly state?: Review['state'] | null;
  readonly problem?: string | null;
}

export interface RulingOnMany {
  readonly ids: readonly string[];
  readonly verdict: Voice['verdict'];
  readonly reason: string;
}

export async function ruleMany(ruling: RulingOnMany): Promise<readonly RulingOutcome[]> {
  return (await call<{ outcomes: RulingOutcome[] }>('POST', '/api/v1/reviews/rulings', { body: ruling })).outcomes;
}
