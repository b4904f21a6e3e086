import { call } from '../../api/client';
import type { CommitmentPage } from '../../api/types';
import type { Saying } from '../../statements/model/form';

export function recordCommitment(saying: Saying): Promise<CommitmentPage> {
  return call('POST', '/api/v1/commitments', { body: saying });
}
