import { call } from '../api/client';
import type { Party } from '../api/types';

export async function listParties(signal?: AbortSignal): Promise<Party[]> {
  return (await call<{ parties: Party[] }>('GET', '/api/v1/parties', { signal })).parties;
}
