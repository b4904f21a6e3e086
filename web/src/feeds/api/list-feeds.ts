import { call } from '../../api/client';
import type { Feed } from '../../api/types';

export async function listFeeds(signal?: AbortSignal): Promise<readonly Feed[]> {
  return (await call<{ feeds: Feed[] }>('GET', '/api/v1/feeds', { signal })).feeds;
}
