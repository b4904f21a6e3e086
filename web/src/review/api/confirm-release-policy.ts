import { call } from '../../api/client';
import type { ReleasePolicies } from '../../api/types';

export function confirmReleasePolicy(version: number): Promise<ReleasePolicies> {
  return call('POST', `/api/v1/release-policy/${version}/confirm`);
}
