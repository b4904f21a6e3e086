import { call } from '../../api/client';
import type { CommitmentOptions } from '../../api/types';

export function listCommitmentOptions(signal?: AbortSignal): Promise<CommitmentOptions> {
  return call('GET', '/api/v1/commitments/options', { signal });
}
