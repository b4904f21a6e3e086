import { callForNothing } from '../../api/client';

export function changeOwnPassword(current: string, code: string, password: string): Promise<void> {
  return callForNothing('PUT', '/api/v1/account/password', { body: { current, code, password } });
}
