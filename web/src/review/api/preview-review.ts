import { call } from '../../api/client';
import type { OutwardPreview } from '../../api/types';

export function previewReview(id: string, cuts: readonly string[], signal?: AbortSignal): Promise<OutwardPreview> {
  return call('POST', `/api/v1/reviews/${encodeURIComponent(id)}/preview`, { body: { cuts }, signal });
}
