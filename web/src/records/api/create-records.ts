import { call } from '../../api/client';
import type { BatchOutcome, Draft } from '../../api/types';

/** Up to 500 drafts at once; one that is refused does not stop the others. */
export async function createRecords(drafts: readonly Draft[]): Promise<readonly BatchOutcome[]> {
  return (await call<{ outcomes: BatchOutcome[] }>('POST', '/api/v1/records/batch', { body: { drafts } })).outcomes;
}
