import { call } from '../../api/client';
import type { SupportContents } from '../../api/types';

export function listSupport(signal?: AbortSignal): Promise<SupportContents> {
  return call('GET', '/api/v1/operation/support', { signal });
}
