import { callForNothing } from '../../api/client';

/** Signs a person out everywhere. */
export function endSessions(id: string): Promise<void> {
  return callForNothing('DELETE', `/api/v1/people/${id}/sessions`);
}
