import { call } from '../../api/client';
import type { Review } from '../../api/types';

export function releaseInEmergency(id: string, party: string, reason: string): Promise<Review> {
  return call('POST', `/api/v1/records/${encodeURIComponent(id)}/emergency-release`, { body: { party, reason } });
}
