import { call } from '../../api/client';
import { keyInPath } from '../../api/key-in-path';
import type { Keys } from '../../api/types';

export function revokeCard(party: string, reason: string): Promise<Keys> {
  return call('POST', `/api/v1/keys/partners/${keyInPath(party)}/revocation`, { body: { reason } });
}
