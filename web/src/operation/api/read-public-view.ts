import { call } from '../../api/client';
import type { PublicView } from '../../api/types';

export function readPublicView(signal?: AbortSignal): Promise<PublicView> {
  return call('GET', '/api/v1/public-view', { signal });
}
