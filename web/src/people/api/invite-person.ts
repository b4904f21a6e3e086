import { call } from '../../api/client';
import type { InvitationLink } from '../../api/types';

export function invitePerson(id: string): Promise<InvitationLink> {
  return call('POST', `/api/v1/people/${id}/invitation`);
}
