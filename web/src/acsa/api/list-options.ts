import { call } from '../../api/client';
import type { AcsaOptions } from '../../api/types';

export function listOptions(signal?: AbortSignal): Promise<AcsaOptions> {
  return call('GET', '/api/v1/acsa/options', { signal });
}
