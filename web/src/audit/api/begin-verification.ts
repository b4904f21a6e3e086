import { call } from '../../api/client';
import type { Verification } from '../../api/types';

export function beginVerification(): Promise<Verification> {
  return call('POST', '/api/v1/verification');
}
