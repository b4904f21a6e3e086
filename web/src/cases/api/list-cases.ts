import { call } from '../../api/client';
import type { CaseList } from '../../api/types';

export function listCases(signal?: AbortSignal): Promise<CaseList> {
  return call('GET', '/api/v1/cases', { signal });
}
