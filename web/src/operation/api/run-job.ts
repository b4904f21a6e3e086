import { call } from '../../api/client';
import type { Operation } from '../../api/types';

export function runJob(name: string): Promise<Operation> {
  return call('POST', `/api/v1/operation/jobs/${encodeURIComponent(name)}`);
}
