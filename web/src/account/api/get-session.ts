import { call } from '../../api/client';
import type { Session } from '../../api/types';

export function getSession(signal?: AbortSignal): Promise<Session> {
  return call('GET', '/api/v1/session', { signal });
}
