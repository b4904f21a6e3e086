import { call, callForFile } from '../../api/client';
import type { AcsaDashboard, AcsaDraft, AcsaWhatIf } from '../../api/types';
import type { Period } from './read-account';

const order = (id: string) => `/api/v1/acsa/orders/${encodeURIComponent(id)}`;

/** @param period of the deliveries and commitments that count; empty days for all */
export function readDashboard({ from, to }: Period, signal?: AbortSignal): Promise<AcsaDashboard> {
  return call('GET', '/api/v1/acsa/dashboard', { query: from === '' ? {} : { from, to }, signal });
}

export function exportUnreconciled(on: string): Promise<Blob> {
  return callForFile('GET', '/api/v1/acsa/unreconciled/csv', { query: { on } });
}

export function noticeAlerts(id: string): Promise<AcsaDashboard> {
  return call('POST', `${order(id)}/notice`);
}

export function listDrafts(id: string, signal?: AbortSignal): Promise<{ drafts: AcsaDraft[] }> {
  return call('GET', `${order(id)}/drafts`, { signal });
}

export interface Trial {
  readonly day: string;
  readonly lines: readonly { readonly line: number; readonly quantity: number }[];
}

export function tryDelivery(id: string, trial: Trial): Promise<AcsaWhatIf> {
  return call('POST', `${order(id)}/what-if`, { body: trial });
}
