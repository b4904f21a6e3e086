import { call, callForFile } from '../../api/client';
import type { AcsaAccount } from '../../api/types';

export interface Period {
  readonly from: string;
  readonly to: string;
}

const path = (partner: string) => `/api/v1/acsa/accounts/${encodeURIComponent(partner)}`;

export function readAccount(partner: string, { from, to }: Period, signal?: AbortSignal): Promise<AcsaAccount> {
  return call('GET', path(partner), { query: { from, to }, signal });
}

export function exportAccount(partner: string, { from, to }: Period): Promise<Blob> {
  return callForFile('GET', `${path(partner)}/csv`, { query: { from, to } });
}
