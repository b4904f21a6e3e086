import { call } from '../../api/client';
import { keyInPath } from '../../api/key-in-path';
import type { Ledger } from '../../api/types';

/** After a fork: the ledger for a partner goes on from what the partner holds. */
export function openEpoch(party: string, reason: string): Promise<Ledger> {
  return call('POST', `/api/v1/ledgers/${keyInPath(party)}/epochs`, { body: { reason } });
}
