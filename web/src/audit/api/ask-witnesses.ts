import { call } from '../../api/client';
import type { Witnesses } from '../../api/types';

export function askWitnesses(): Promise<Witnesses> {
  return call('POST', '/api/v1/audit/witnesses');
}
