import { call } from '../../api/client';
import type { Differences } from '../../api/types';

export interface Asked {
  readonly party: string;
  /** Of one case alone; null for everything. */
  readonly caseId: string | null;
  readonly exercise: boolean;
  readonly only: 'all' | 'differing' | 'unconfirmed' | 'kept';
  readonly since: string | null;
  readonly from: number;
}

/** What was told to a partner and what it told. */
export function getDifferences(asked: Asked, signal?: AbortSignal): Promise<Differences> {
  const { party, caseId, exercise, only, since, from } = asked;
  return call('GET', `/api/v1/differences/${encodeURIComponent(party)}`, {
    query: {
      exercise: String(exercise),
      only,
      from: String(from),
      ...(caseId === null ? {} : { case: caseId }),
      ...(since === null ? {} : { since }),
    },
    signal,
  });
}
