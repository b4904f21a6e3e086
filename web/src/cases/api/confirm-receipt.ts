import { call } from '../../api/client';
import type { CasePage } from '../../api/types';

/** Of all statements of partners that are not confirmed yet. */
export function confirmReceipt(id: string): Promise<CasePage> {
  return call('POST', `/api/v1/cases/${encodeURIComponent(id)}/receipts`, { body: { receipt: 'acknowledged' } });
}
