import { call } from '../../api/client';
import type { Consents } from '../../api/types';

export function askForConsent(review: string, question: { until: string; reason: string }): Promise<Consents> {
  return call('POST', `/api/v1/reviews/${encodeURIComponent(review)}/consent-request`, { body: question });
}
