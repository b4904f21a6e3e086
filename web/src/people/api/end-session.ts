import { callForNothing } from '../../api/client';

/** Ends one session of a person. */
export function endSession(person: string, session: string): Promise<void> {
  return callForNothing('DELETE', `/api/v1/people/${person}/sessions/${session}`);
}
