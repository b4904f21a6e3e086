import { call } from '../../api/client';
import type { Consents } from '../../api/types';

export function listConsents(signal?: AbortSignal): Promise<Consents> {
  return call('GET', '/api/v1/consents', { signal });
}
