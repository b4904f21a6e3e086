import { call } from '../../api/client';
import type { Keys } from '../../api/types';

/** New keys that the old ones vouch for. */
export function rotateKeys(reason: string): Promise<Keys> {
  return call('POST', '/api/v1/keys/rotation', { body: { reason } });
}
