import { call } from '../../api/client';
import { keyInPath } from '../../api/key-in-path';
import type { Keys } from '../../api/types';

/** Somebody has brought that partner our newest card. */
export function handOverCard(party: string): Promise<Keys> {
  return call('POST', `/api/v1/keys/partners/${keyInPath(party)}/handed-over`);
}
