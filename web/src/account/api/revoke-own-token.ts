import { callForNothing } from '../../api/client';

export function revokeOwnToken(id: string): Promise<void> {
  return callForNothing('DELETE', `/api/v1/account/tokens/${id}`);
}
