import { call } from '../../api/client';
import type { HandoverBrief } from '../../api/types';

/** Each time it is read is put on record. */
export function readBrief(since: string, signal?: AbortSignal): Promise<HandoverBrief> {
  return call('GET', '/api/v1/handover-brief', { query: { since }, signal });
}
