import { call } from '../../api/client';
import type { ReviewBacklog } from '../../api/types';

/** What waits for officers here, and how much of it for too long. */
export function countReviews(signal?: AbortSignal): Promise<ReviewBacklog> {
  return call('GET', '/api/v1/reviews/waiting', { signal });
}
