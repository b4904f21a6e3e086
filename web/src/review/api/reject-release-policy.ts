import { call } from '../../api/client';
import type { ReleasePolicies } from '../../api/types';

export function rejectReleasePolicy(version: number, reason: string): Promise<ReleasePolicies> {
  return call('POST', `/api/v1/release-policy/${version}/reject`, { body: { reason } });
}
