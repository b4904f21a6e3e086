import { call } from '../../api/client';
import type { Review, RulingDraft } from '../../api/types';

export function ruleOnReview(id: string, draft: RulingDraft): Promise<Review> {
  return call('POST', `/api/v1/reviews/${encodeURIComponent(id)}/ruling`, { body: draft });
}
