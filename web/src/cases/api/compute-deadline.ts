import { call } from '../../api/client';
import type { CaseDeadline } from '../../api/types';

export function computeDeadline(body: string, hours: number, nations: readonly string[]): Promise<CaseDeadline> {
  return call('GET', '/api/v1/cases/deadline', { query: { body, hours: String(hours), nations: nations.join(',') } });
}
