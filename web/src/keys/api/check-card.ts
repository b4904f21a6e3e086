import { call } from '../../api/client';
import { keyInPath } from '../../api/key-in-path';
import type { NodeCard } from '../../api/types';

/** Reads a card, so that it can be compared before it is taken. */
export function checkCard(party: string, card: string): Promise<NodeCard> {
  return call('POST', `/api/v1/keys/partners/${keyInPath(party)}/check`, { body: { card } });
}
