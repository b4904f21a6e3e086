import { call } from '../../api/client';
import type { Verification } from '../../api/types';

export function getVerification(signal?: AbortSignal): Promise<Verification> {
  return call('GET', '/api/v1/verification', { signal });
}
