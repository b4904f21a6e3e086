import { call } from '../../api/client';
import type { ConsistencyProof } from '../../api/types';

export function getAuditConsistency(first: number): Promise<ConsistencyProof> {
  return call('GET', '/api/v1/audit/consistency', { query: { first } });
}
