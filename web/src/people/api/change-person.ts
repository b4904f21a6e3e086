import { call } from '../../api/client';
import type { Person, PersonDraft } from '../../api/types';

export function changePerson(id: string, draft: PersonDraft): Promise<Person> {
  return call('PUT', `/api/v1/people/${id}`, { body: draft });
}
