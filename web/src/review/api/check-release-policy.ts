import { call } from '../../api/client';
import type { PolicyEffect, ReleasePolicyDraft } from '../../api/types';

export function checkReleasePolicy(draft: ReleasePolicyDraft): Promise<PolicyEffect> {
  return call('POST', '/api/v1/release-policy/check', { body: draft });
}
