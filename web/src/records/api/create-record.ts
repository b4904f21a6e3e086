import { call } from '../../api/client';
import type { Draft, Stored } from '../../api/types';

export function createRecord(draft: Draft): Promise<Stored> {
  return call('POST', '/api/v1/records', { body: draft });
}
