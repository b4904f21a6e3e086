import { call } from '../../api/client';
import type { Agreement } from '../../api/types';

export interface AgreementList {
  readonly asOf: string;
  readonly agreements: readonly Agreement[];
}

export function listAgreements(asOf?: string, signal?: AbortSignal): Promise<AgreementList> {
  return call('GET', '/api/v1/agreements', { query: { asOf }, signal });
}
