import { call } from '../../api/client';
import type { CaseOptions } from '../../api/types';

export function listCaseOptions(signal?: AbortSignal): Promise<CaseOptions> {
  return call('GET', '/api/v1/cases/options', { signal });
}
