import { call } from '../../api/client';
import type { Person } from '../../api/types';

export async function listPeople(signal?: AbortSignal): Promise<readonly Person[]> {
  return (await call<{ people: Person[] }>('GET', '/api/v1/people', { signal })).people;
}
