import { call } from '../../api/client';
import type { AcsaQueue } from '../../api/types';

export function listOrders(signal?: AbortSignal): Promise<AcsaQueue> {
  return call('GET', '/api/v1/acsa/orders', { signal });
}
