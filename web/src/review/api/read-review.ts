import { call } from '../../api/client';
import type { ReviewCase } from '../../api/types';

export function readReview(id: string, signal?: AbortSignal): Promise<ReviewCase> {
  return call('GET', `/api/v1/reviews/${encodeURIComponent(id)}`, { signal });
}
