import { callForNothing } from '../../api/client';

/** The node answers with a cookie that no script can read. */
export function signInByPassword(name: string, password: string, code: string): Promise<void> {
  return callForNothing('POST', '/api/v1/session', { body: { name, password, code } });
}
