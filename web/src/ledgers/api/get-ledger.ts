import { call } from '../../api/client';
import type { Ledger } from '../../api/types';
import { keyInPath } from '../../api/key-in-path';

export function getLedger(party: string, signal?: AbortSignal): Promise<Ledger> {
  return call('GET', `/api/v1/ledgers/${keyInPath(party)}`, { signal });
}
