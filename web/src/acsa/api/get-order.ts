import { call } from '../../api/client';
import type { AcsaOrder } from '../../api/types';

export function getOrder(id: string, signal?: AbortSignal): Promise<AcsaOrder> {
  return call('GET', `/api/v1/acsa/orders/${encodeURIComponent(id)}`, { signal });
}
