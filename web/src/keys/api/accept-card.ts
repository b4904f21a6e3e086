import { call } from '../../api/client';
import { keyInPath } from '../../api/key-in-path';
import type { Keys, NodeCard } from '../../api/types';

export function acceptCard(party: string, { text, fingerprint }: NodeCard): Promise<Keys> {
  return call('POST', `/api/v1/keys/partners/${keyInPath(party)}/card`, { body: { card: text, fingerprint } });
}
