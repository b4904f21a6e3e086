import { call } from '../../api/client';
import type { PasskeyOptions } from '../../api/types';

export function askForProof(): Promise<PasskeyOptions> {
  return call('POST', '/api/v1/session/proof/options');
}
