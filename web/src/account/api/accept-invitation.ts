import { callForNothing } from '../../api/client';
import type { InvitationAnswer } from '../../api/types';

export function acceptInvitation(answer: InvitationAnswer): Promise<void> {
  return callForNothing('POST', '/api/v1/invitation', { body: answer });
}
