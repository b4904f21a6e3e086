import { call } from '../../api/client';
import type { MeetingPage } from '../../api/types';
import type { Saying } from '../../statements/model/form';

export function callMeeting(saying: Saying): Promise<MeetingPage> {
  return call('POST', '/api/v1/meetings', { body: saying });
}
