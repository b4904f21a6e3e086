import { call } from '../../api/client';
import type { MeetingOptions } from '../../api/types';

export function listMeetingOptions(signal?: AbortSignal): Promise<MeetingOptions> {
  return call('GET', '/api/v1/meetings/options', { signal });
}
