import { call } from '../../api/client';
import type { MeetingPage } from '../../api/types';
import type { Saying } from '../../statements/model/form';

export function sayOfMeeting(id: string, act: string, saying: Saying): Promise<MeetingPage> {
  return call('POST', `/api/v1/meetings/${encodeURIComponent(id)}/statements`, { body: { act, ...saying } });
}
