import { call } from '../../api/client';
import type { MeetingPage } from '../../api/types';

export function getMeeting(id: string, signal?: AbortSignal): Promise<MeetingPage> {
  return call('GET', `/api/v1/meetings/${encodeURIComponent(id)}`, { signal });
}
