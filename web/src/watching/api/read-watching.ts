import { call } from '../../api/client';
import type { Watching } from '../../api/types';

export function readWatching(signal?: AbortSignal): Promise<Watching> {
  return call('GET', '/api/v1/watching', { signal });
}
