import { call, callForFile } from '../../api/client';
import type { AcsaPastLook, AcsaPastOrders, AcsaPastReport } from '../../api/types';
import type { Period } from './read-account';

export type SheetForm = 'csv' | 'xlsx';

const past = '/api/v1/acsa/past-orders';
const sheets = '/api/v1/acsa/sheets';

export function makeQueueSheet(form: SheetForm): Promise<Blob> {
  return callForFile('GET', `${sheets}/queue`, { query: { form } });
}

export function makeAccountSheet(partner: string, { from, to }: Period, form: SheetForm): Promise<Blob> {
  return callForFile('GET', `${sheets}/accounts/${encodeURIComponent(partner)}`, { query: { from, to, form } });
}

export function makeOrderSheet(order: string, form: SheetForm): Promise<Blob> {
  return callForFile('GET', `${sheets}/orders/${encodeURIComponent(order)}`, { query: { form } });
}

export function makePastOrderSheet(form: SheetForm): Promise<Blob> {
  return callForFile('GET', `${sheets}/past-orders`, { query: { form } });
}

export function listPastOrders(signal?: AbortSignal): Promise<AcsaPastOrders> {
  return call('GET', past, { signal });
}

/** The same bytes each time, whatever becomes of the file on disk. */
const asBytes = (file: Blob) => new Blob([file], { type: 'application/octet-stream' });

export function lookAtPastOrders(file: Blob): Promise<AcsaPastLook> {
  return call('POST', `${past}/look`, { body: asBytes(file) });
}

export function checkPastOrders(file: Blob, mapping: string): Promise<AcsaPastReport> {
  return call('POST', `${past}/check`, { query: { mapping }, body: asBytes(file) });
}

export interface Confirmed {
  readonly mapping: string;
  readonly label: string;
  readonly digest: string;
  readonly leaveOut: number;
}

export function bringInPastOrders(file: Blob, confirmed: Confirmed): Promise<AcsaPastReport> {
  return call('POST', past, { query: { ...confirmed }, body: asBytes(file) });
}
