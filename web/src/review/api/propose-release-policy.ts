import { call } from '../../api/client';
import type { ReleasePolicies, ReleasePolicyDraft } from '../../api/types';

export function proposeReleasePolicy(draft: ReleasePolicyDraft): Promise<ReleasePolicies> {
  return call('POST', '/api/v1/release-policy', { body: draft });
}
