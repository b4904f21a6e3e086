import { call } from '../../api/client';
import type { Witnesses } from '../../api/types';

export function listWitnesses(signal?: AbortSignal): Promise<Witnesses> {
  return call('GET', '/api/v1/audit/witnesses', { signal });
}
