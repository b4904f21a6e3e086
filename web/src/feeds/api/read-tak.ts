import { call } from '../../api/client';
import type { Tak } from '../../api/types';

export function readTak(signal?: AbortSignal): Promise<Tak> {
  return call('GET', '/api/v1/tak', { signal });
}
