import { call } from '../../api/client';
import type { LedgerPlace } from '../../api/types';

export function checkLedgerPlace(code: string): Promise<LedgerPlace> {
  return call('GET', '/api/v1/ledger-places', { query: { code } });
}
