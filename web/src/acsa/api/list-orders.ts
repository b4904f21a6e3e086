import { call } from '../../api/client';
import type { AcsaQueue } from '../../api/types';

/** @param standing only those of which something can still become due */
export function listOrders(standing: boolean, signal?: AbortSignal): Promise<AcsaQueue> {
  return call('GET', '/api/v1/acsa/orders', { query: { standing }, signal });
}
