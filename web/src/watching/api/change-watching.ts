import { call } from '../../api/client';
import type { Watching, WatchPlan } from '../../api/types';

export function changeWatching(plan: WatchPlan): Promise<Watching> {
  return call('PUT', '/api/v1/watching', { body: plan });
}
