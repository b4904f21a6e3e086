import { call } from '../../api/client';
import type { ReleasePolicyDraft } from '../../api/types';

/** A policy that somebody wrote as YAML; what is wrong with it comes back line by line. */
export function readPolicyYaml(yaml: string): Promise<ReleasePolicyDraft> {
  return call('POST', '/api/v1/release-policy/yaml', { body: { yaml } });
}
