import { callForNothing } from '../../api/client';

export function renamePasskey(id: string, name: string): Promise<void> {
  return callForNothing('PUT', `/api/v1/account/passkeys/${id}`, { body: { name } });
}
