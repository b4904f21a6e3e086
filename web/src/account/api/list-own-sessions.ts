import { call } from '../../api/client';
import type { SignedIn } from '../../api/types';

export async function listOwnSessions(signal?: AbortSignal): Promise<readonly SignedIn[]> {
  return (await call<{ sessions: SignedIn[] }>('GET', '/api/v1/account/sessions', { signal })).sessions;
}
