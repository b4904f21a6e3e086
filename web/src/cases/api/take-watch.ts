import { call } from '../../api/client';
import type { CaseInbox } from '../../api/types';

export function takeWatch(bodies: readonly string[]): Promise<CaseInbox> {
  return call('PUT', '/api/v1/cases/watch', { body: { bodies } });
}
