import { call, callForFile } from '../../api/client';
import type { HandoverBrief } from '../../api/types';

/** Each time it is read is put on record. */
export function readBrief(since: string, signal?: AbortSignal): Promise<HandoverBrief> {
  return call('GET', '/api/v1/handover-brief', { query: { since }, signal });
}

/** As PDF, made now: what has changed meanwhile stands in it. */
export function makeBrief(since: string): Promise<Blob> {
  return callForFile('GET', '/api/v1/handover-brief/pdf', { query: { since } });
}
