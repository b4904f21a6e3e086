import { call } from '../../api/client';
import type { Emergency } from '../../api/types';

export function reviewEmergency(id: string, word: { note: string; withdraw: boolean }): Promise<Emergency> {
  return call('POST', `/api/v1/emergencies/${encodeURIComponent(id)}`, { body: word });
}
