import { call } from '../../api/client';
import type { PasskeyOptions } from '../../api/types';

export function askForNewPasskey(): Promise<PasskeyOptions> {
  return call('POST', '/api/v1/account/passkeys/options');
}
