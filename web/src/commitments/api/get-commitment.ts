import { call } from '../../api/client';
import type { CommitmentPage } from '../../api/types';

export function getCommitment(id: string, signal?: AbortSignal): Promise<CommitmentPage> {
  return call('GET', `/api/v1/commitments/${encodeURIComponent(id)}`, { signal });
}
