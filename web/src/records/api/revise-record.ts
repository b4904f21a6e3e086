import { call } from '../../api/client';
import type { Draft, Stored } from '../../api/types';

export function reviseRecord(id: string, draft: Draft): Promise<Stored> {
  return call('PUT', `/api/v1/records/${encodeURIComponent(id)}`, { body: draft });
}
