import { callForNothing } from '../../api/client';

export function takeAuthenticator(code: string): Promise<void> {
  return callForNothing('PUT', '/api/v1/account/authenticator', { body: { code } });
}
