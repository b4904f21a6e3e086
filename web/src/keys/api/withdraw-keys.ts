import { call } from '../../api/client';
import type { Keys } from '../../api/types';

/** New keys because somebody else may have the old ones. */
export function withdrawKeys(reason: string): Promise<Keys> {
  return call('POST', '/api/v1/keys/withdrawal', { body: { reason } });
}
