import { call } from '../../api/client';
import type { Feed } from '../../api/types';

export function stopFeed(id: string): Promise<Feed> {
  return call('POST', `/api/v1/feeds/${encodeURIComponent(id)}/stop`);
}
