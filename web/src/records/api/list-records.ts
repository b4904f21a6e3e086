import { call } from '../../api/client';
import type { RecordPage } from '../../api/types';

export interface RecordFilter {
  readonly kind?: string;
  readonly origin?: string;
  readonly since?: string;
  readonly text?: string;
  readonly located?: boolean;
}

export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit?: number;
}

export function listRecords(filter: RecordFilter, page: PageRequest, signal?: AbortSignal): Promise<RecordPage> {
  return call('GET', '/api/v1/records', { query: { ...filter, ...page }, signal });
}
