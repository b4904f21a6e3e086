import { call } from '../../api/client';
import type { MeetingList } from '../../api/types';

/** The latest first. */
export function listMeetings(signal?: AbortSignal): Promise<MeetingList> {
  return call('GET', '/api/v1/meetings', { signal });
}
