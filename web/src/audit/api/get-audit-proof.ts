import { call } from '../../api/client';
import type { AuditProof } from '../../api/types';

export function getAuditProof(position: number): Promise<AuditProof> {
  return call('GET', '/api/v1/audit/proof', { query: { position } });
}
