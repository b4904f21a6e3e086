import { call } from '../../api/client';
import type { ReliefMovePage } from '../../api/types';
import type { Saying } from '../../statements/model/form';

export function planMove(saying: Saying): Promise<ReliefMovePage> {
  return call('POST', '/api/v1/relief/moves', { body: saying });
}
