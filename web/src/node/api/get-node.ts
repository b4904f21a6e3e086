import { call } from '../../api/client';
import type { NodeInfo } from '../../api/types';

export function getNode(signal?: AbortSignal): Promise<NodeInfo> {
  return call('GET', '/api/v1/node', { signal });
}
