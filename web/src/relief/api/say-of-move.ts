import { call } from '../../api/client';
import type { ReliefMovePage } from '../../api/types';
import type { Saying } from '../../statements/model/form';

export function sayOfMove(id: string, act: string, saying: Saying): Promise<ReliefMovePage> {
  return call('POST', `/api/v1/relief/moves/${encodeURIComponent(id)}/statements`, { body: { act, ...saying } });
}
