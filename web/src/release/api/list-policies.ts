import { call } from '../../api/client';
import type { Policy } from '../../api/types';

export async function listPolicies(signal?: AbortSignal): Promise<Policy[]> {
  return (await call<{ policies: Policy[] }>('GET', '/api/v1/policies', { signal })).policies;
}
