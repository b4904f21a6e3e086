import { call } from '../../api/client';
import type { Operation } from '../../api/types';

export function readOperation(signal?: AbortSignal): Promise<Operation> {
  return call('GET', '/api/v1/operation', { signal });
}
