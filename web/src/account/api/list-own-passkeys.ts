import { call } from '../../api/client';
import type { WaysIn } from '../../api/types';

export function listOwnPasskeys(signal?: AbortSignal): Promise<WaysIn> {
  return call('GET', '/api/v1/account/passkeys', { signal });
}
