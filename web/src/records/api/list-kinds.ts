import { call } from '../../api/client';
import type { Kind } from '../../api/types';

export async function listKinds(signal?: AbortSignal): Promise<Kind[]> {
  return (await call<{ kinds: Kind[] }>('GET', '/api/v1/kinds', { signal })).kinds;
}
