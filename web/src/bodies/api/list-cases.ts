import { call } from '../../api/client';
import type { CaseList } from '../../api/types';

/** The cases that one may see, each with the bodies that it names. */
export function listCases(signal?: AbortSignal): Promise<CaseList> {
  return call('GET', '/api/v1/cases', { signal });
}
