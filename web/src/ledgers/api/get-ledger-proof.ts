import { call } from '../../api/client';
import type { Proof } from '../../api/types';
import { keyInPath } from '../../api/key-in-path';

export function getLedgerProof(party: string, position: number): Promise<Proof> {
  return call('GET', `/api/v1/ledgers/${keyInPath(party)}/proof`, { query: { position } });
}
