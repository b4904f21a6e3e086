import { call } from '../../api/client';

export interface Recall {
  readonly id: string;
  readonly revision: number;
  readonly recalledFrom: readonly string[];
}

export function recallRecord(id: string, reason: string): Promise<Recall> {
  return call('POST', `/api/v1/records/${encodeURIComponent(id)}/recall`, { body: { reason } });
}
