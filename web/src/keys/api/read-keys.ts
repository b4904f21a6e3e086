import { call } from '../../api/client';
import type { Keys } from '../../api/types';

export function readKeys(signal?: AbortSignal): Promise<Keys> {
  return call('GET', '/api/v1/keys', { signal });
}
