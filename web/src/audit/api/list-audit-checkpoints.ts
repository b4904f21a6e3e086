import { call } from '../../api/client';
import type { KeptCheckpoints } from '../../api/types';

export function listAuditCheckpoints(signal?: AbortSignal): Promise<KeptCheckpoints> {
  return call('GET', '/api/v1/audit/checkpoints', { signal });
}
