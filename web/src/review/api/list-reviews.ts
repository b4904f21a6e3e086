import { call, type Query } from '../../api/client';
import type { ReviewPage } from '../../api/types';

export function listReviews(query: Query, signal?: AbortSignal): Promise<ReviewPage> {
  return call('GET', '/api/v1/reviews', { query, signal });
}
