import { call } from '../../api/client';
import type { Passkey } from '../../api/types';

export function addPasskey(name: string, credential: unknown): Promise<Passkey> {
  return call('POST', '/api/v1/account/passkeys', { body: { name, credential } });
}
