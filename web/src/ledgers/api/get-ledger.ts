import { call } from '../../api/client';
import type { Ledger } from '../../api/types';

export function getLedger(party: string, signal?: AbortSignal): Promise<Ledger> {
  return call('GET', `/api/v1/ledgers/${encodeURIComponent(party)}`, { signal });
}
