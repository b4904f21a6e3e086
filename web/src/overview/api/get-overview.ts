import { call } from '../../api/client';
import type { Overview } from '../../api/types';

/** Of what is real, or of the exercise; null leaves it to what there is. */
export function getOverview(exercise: boolean | null, signal?: AbortSignal): Promise<Overview> {
  return call('GET', '/api/v1/overview', {
    ...(exercise === null ? {} : { query: { exercise: String(exercise) } }),
    signal,
  });
}
