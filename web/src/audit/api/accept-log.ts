import { call } from '../../api/client';
import { keyInPath } from '../../api/key-in-path';
import type { Witnesses } from '../../api/types';

export function acceptLog(party: string, reason: string): Promise<Witnesses> {
  return call('POST', `/api/v1/audit/witnesses/${keyInPath(party)}/accept`, { body: { reason } });
}
