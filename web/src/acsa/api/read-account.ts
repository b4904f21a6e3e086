import { call } from '../../api/client';
import type { AcsaAccount, AcsaComparison, AcsaTrialBalance } from '../../api/types';

export interface Period {
  readonly from: string;
  readonly to: string;
}

const path = (partner: string) => `/api/v1/acsa/accounts/${encodeURIComponent(partner)}`;

export function readBooks(signal?: AbortSignal): Promise<AcsaTrialBalance> {
  return call('GET', '/api/v1/acsa/books', { signal });
}

export function readAccount(partner: string, { from, to }: Period, signal?: AbortSignal): Promise<AcsaAccount> {
  return call('GET', path(partner), { query: { from, to }, signal });
}

export function compareAccounts(partner: string, { from, to }: Period, signal?: AbortSignal): Promise<AcsaComparison> {
  return call('GET', `${path(partner)}/comparison`, { query: { from, to }, signal });
}

/** Tells the partner what this nation's books say of a period. */
export function sayAccount(partner: string, { from, to }: Period): Promise<AcsaComparison> {
  return call('POST', `${path(partner)}/said`, { body: { from, to } });
}
