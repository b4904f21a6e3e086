import { call } from '../../api/client';
import type { ReleasePolicies } from '../../api/types';

export function readReleasePolicy(signal?: AbortSignal): Promise<ReleasePolicies> {
  return call('GET', '/api/v1/release-policy', { signal });
}
