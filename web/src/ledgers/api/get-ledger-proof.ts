import { call } from '../../api/client';
import type { Proof } from '../../api/types';

export function getLedgerProof(party: string, position: number): Promise<Proof> {
  return call('GET', `/api/v1/ledgers/${encodeURIComponent(party)}/proof`, { query: { position } });
}
