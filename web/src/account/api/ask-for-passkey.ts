import { call } from '../../api/client';
import type { PasskeyOptions } from '../../api/types';

export function askForPasskey(signal?: AbortSignal): Promise<PasskeyOptions> {
  return call('POST', '/api/v1/session/passkey/options', { signal });
}
