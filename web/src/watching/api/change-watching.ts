import { call } from '../../api/client';
import type { Watching, WatchPlan } from '../../api/types';

/** @param replaces the version that the plan was made from */
export function changeWatching(plan: WatchPlan, replaces: number): Promise<Watching> {
  return call('PUT', '/api/v1/watching', { body: { ...plan, replaces } });
}
