import { call } from '../../api/client';
import type { Directory } from '../../api/types';

/** Bodies, their offices, and how these are reached as far as one may see it. */
export function listBodies(signal?: AbortSignal): Promise<Directory> {
  return call('GET', '/api/v1/bodies', { signal });
}
