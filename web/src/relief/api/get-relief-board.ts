import { call } from '../../api/client';
import type { ReliefBoard } from '../../api/types';

/** The real board, or the one of the exercise; null leaves it to what is on them. */
export function getReliefBoard(exercise: boolean | null, signal?: AbortSignal): Promise<ReliefBoard> {
  return call('GET', '/api/v1/relief/board', {
    ...(exercise === null ? {} : { query: { exercise: String(exercise) } }),
    signal,
  });
}
