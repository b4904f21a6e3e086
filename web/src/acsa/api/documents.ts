import { callForFile } from '../../api/client';
import type { Period } from './read-account';

const documents = '/api/v1/acsa/documents';

export function makeOrderDocument(id: string): Promise<Blob> {
  return callForFile('GET', `${documents}/orders/${encodeURIComponent(id)}`);
}

export function makeAccountDocument(partner: string, { from, to }: Period): Promise<Blob> {
  return callForFile('GET', `${documents}/accounts/${encodeURIComponent(partner)}`, { query: { from, to } });
}
