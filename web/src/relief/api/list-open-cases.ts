import { call } from '../../api/client';
import type { CaseList, CaseRow } from '../../api/types';

/** Open cases with the newest first. */
export async function listOpenCases(signal?: AbortSignal): Promise<readonly CaseRow[]> {
  const { cases } = await call<CaseList>('GET', '/api/v1/cases', { signal });
  return cases.filter(({ state }) => state === 'open');
}
