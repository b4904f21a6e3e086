import { call } from '../../api/client';
import type { InvitationLink, Person, PersonDraft } from '../../api/types';

export function addPerson(draft: PersonDraft): Promise<{ person: Person; invitation: InvitationLink }> {
  return call('POST', '/api/v1/people', { body: draft });
}
