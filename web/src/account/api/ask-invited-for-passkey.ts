import { call } from '../../api/client';
import type { PasskeyOptions } from '../../api/types';

export function askInvitedForPasskey(token: string, who: object): Promise<PasskeyOptions> {
  return call('POST', '/api/v1/invitation/passkey/options', { body: { token, ...who } });
}
