import { call } from '../../api/client';
import type { ReliefBoard } from '../../api/types';
import type { DecidedLine } from '../model/proposal';

/** Says these lines to those whom they concern: all of them or none. */
export function decideRelief(exercise: boolean, lines: readonly DecidedLine[]): Promise<ReliefBoard> {
  return call('POST', '/api/v1/relief/assignments', { body: { exercise, lines } });
}
