import { call } from '../../api/client';
import type { AcsaCeilings, AcsaConversion, AcsaNettings, AcsaRateFile, AcsaRates } from '../../api/types';
import type { Said } from '../model/form';

const end = (kind: string, id: string) => `/api/v1/acsa/${kind}/${encodeURIComponent(id)}/end`;

export function listRates(signal?: AbortSignal): Promise<AcsaRates> {
  return call('GET', '/api/v1/acsa/rates', { signal });
}

export function bringInRates(file: Blob, source: string): Promise<AcsaRateFile> {
  return call('POST', '/api/v1/acsa/rates', { query: { source }, body: file });
}

export interface Exchange {
  readonly amount: number;
  readonly from: string;
  readonly to: string;
  readonly on: string;
}

export function convertAmount({ amount, from, to, on }: Exchange): Promise<AcsaConversion> {
  return call('GET', '/api/v1/acsa/conversion', { query: { amount, from, to, on } });
}

export function listCeilings(signal?: AbortSignal): Promise<AcsaCeilings> {
  return call('GET', '/api/v1/acsa/ceilings', { signal });
}

export function setCeiling(ceiling: Said): Promise<AcsaCeilings> {
  return call('POST', '/api/v1/acsa/ceilings', { body: ceiling });
}

export function endCeiling(id: string): Promise<AcsaCeilings> {
  return call('POST', end('ceilings', id));
}

export function listNettings(signal?: AbortSignal): Promise<AcsaNettings> {
  return call('GET', '/api/v1/acsa/nettings', { signal });
}

export function setAuthority(authority: Said): Promise<AcsaNettings> {
  return call('POST', '/api/v1/acsa/authorities', { body: authority });
}

export function endAuthority(id: string): Promise<AcsaNettings> {
  return call('POST', end('authorities', id));
}

export function proposeNetting(authority: string): Promise<AcsaNettings> {
  return call('POST', '/api/v1/acsa/nettings', { body: { authority } });
}

export function confirmNetting(name: string, authority: string): Promise<AcsaNettings> {
  return call('POST', `/api/v1/acsa/nettings/${encodeURIComponent(name)}/confirm`, { body: { authority } });
}
