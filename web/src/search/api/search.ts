import { call } from '../../api/client';
import type { SearchResult } from '../../api/types';

export interface SearchWish {
  readonly text: string;
  readonly order: 'newest' | 'best';
  readonly kind?: string;
  readonly party?: string;
  readonly offset?: number;
}

/** What one sees that says these words. */
export function search(wish: SearchWish, signal?: AbortSignal): Promise<SearchResult> {
  return call('GET', '/api/v1/search', { query: { ...wish }, signal });
}
