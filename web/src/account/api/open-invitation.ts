import { call } from '../../api/client';
import type { Invitation } from '../../api/types';

export function openInvitation(token: string): Promise<Invitation> {
  return call('POST', '/api/v1/invitation/open', { body: { token } });
}
