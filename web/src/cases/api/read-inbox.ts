import { call } from '../../api/client';
import type { CaseInbox } from '../../api/types';

export function readInbox(signal?: AbortSignal): Promise<CaseInbox> {
  return call('GET', '/api/v1/cases/inbox', { signal });
}
