import { call } from '../../api/client';
import type { Authenticator } from '../../api/types';

export function offerAuthenticator(current: string, code: string): Promise<Authenticator> {
  return call('POST', '/api/v1/account/authenticator', { body: { current, code } });
}
