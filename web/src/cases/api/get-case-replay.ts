import { call, callForFile } from '../../api/client';
import type { CaseReplay } from '../../api/types';

/** Since when each nation has known of what was said. */
export function getCaseReplay(id: string, signal?: AbortSignal): Promise<CaseReplay> {
  return call('GET', `/api/v1/cases/${encodeURIComponent(id)}/replay`, { signal });
}

/** The same as an after-action report for paper; that it was made is put on record. */
export function makeAfterActionReport(id: string): Promise<Blob> {
  return callForFile('GET', `/api/v1/cases/${encodeURIComponent(id)}/replay/pdf`);
}
