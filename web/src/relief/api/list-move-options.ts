import { call } from '../../api/client';
import type { ReliefMoveOptions } from '../../api/types';

export function listMoveOptions(signal?: AbortSignal): Promise<ReliefMoveOptions> {
  return call('GET', '/api/v1/relief/moves/options', { signal });
}
