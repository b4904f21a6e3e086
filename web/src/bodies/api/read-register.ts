import { call } from '../../api/client';
import type { BodyRegister } from '../../api/types';

/** What this nation has in place of the bodies and policies that the node ships with. */
export function readRegister(signal?: AbortSignal): Promise<BodyRegister> {
  return call('GET', '/api/v1/bodies/register', { signal });
}
