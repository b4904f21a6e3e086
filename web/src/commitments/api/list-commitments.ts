import { call } from '../../api/client';
import type { CommitmentList } from '../../api/types';

/** The one that is due first in front. */
export function listCommitments(signal?: AbortSignal): Promise<CommitmentList> {
  return call('GET', '/api/v1/commitments', { signal });
}
