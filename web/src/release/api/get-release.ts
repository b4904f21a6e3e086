import { call } from '../../api/client';
import type { Release } from '../../api/types';

export function getRelease(id: string, signal?: AbortSignal): Promise<Release> {
  return call('GET', `/api/v1/records/${encodeURIComponent(id)}/release`, { signal });
}
