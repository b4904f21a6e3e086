import { callForNothing } from '../../api/client';

export function removePasskey(id: string): Promise<void> {
  return callForNothing('DELETE', `/api/v1/account/passkeys/${id}`);
}
