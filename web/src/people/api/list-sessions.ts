import { call } from '../../api/client';
import type { SignedIn } from '../../api/types';

/** Where a person is signed in. */
export async function listSessions(id: string, signal?: AbortSignal): Promise<readonly SignedIn[]> {
  return (await call<{ sessions: SignedIn[] }>('GET', `/api/v1/people/${id}/sessions`, { signal })).sessions;
}
