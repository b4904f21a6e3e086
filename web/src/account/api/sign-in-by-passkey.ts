import { callForNothing } from '../../api/client';

/** The node answers with a cookie that no script can read. */
export function signInByPasskey(credential: unknown): Promise<void> {
  return callForNothing('POST', '/api/v1/session/passkey', { body: { credential } });
}
