import { call } from '../../api/client';
import type { Checkpoint } from '../../api/types';

export function getAuditCheckpoint(signal?: AbortSignal): Promise<Checkpoint> {
  return call('GET', '/api/v1/audit/checkpoint', { signal });
}
