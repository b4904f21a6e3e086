import { call } from '../../api/client';
import type { AcsaNearOffer, AcsaOrderStock, AcsaStock, AcsaStockReport } from '../../api/types';
import type { Said } from '../model/form';

const stock = '/api/v1/acsa/stock';

export function readStock(signal?: AbortSignal): Promise<AcsaStock> {
  return call('GET', stock, { signal });
}

export function describePoint(point: Said): Promise<AcsaStock> {
  return call('POST', `${stock}/points`, { body: point });
}

/** The same bytes each time, whatever becomes of the file on disk. */
const asBytes = (file: Blob) => new Blob([file], { type: 'application/octet-stream' });

export function checkStock(file: Blob): Promise<AcsaStockReport> {
  return call('POST', `${stock}/check`, { body: asBytes(file) });
}

export function bringInStock(file: Blob, label: string, report: AcsaStockReport): Promise<AcsaStockReport> {
  return call('POST', `${stock}/entries`, {
    query: { label, digest: report.digest, leaveOut: report.wrong },
    body: asBytes(file),
  });
}

export function readOrderStock(order: string, signal?: AbortSignal): Promise<AcsaOrderStock> {
  return call('GET', `${stock}/orders/${encodeURIComponent(order)}`, { signal });
}

export function supplyFrom(order: string, point: string, label: string): Promise<AcsaOrderStock> {
  return call('POST', `${stock}/orders/${encodeURIComponent(order)}`, { body: { point, label } });
}

export function listNearOffers(point: string, signal?: AbortSignal): Promise<{ offers: AcsaNearOffer[] }> {
  return call('GET', `${stock}/offers`, { query: { point }, signal });
}
