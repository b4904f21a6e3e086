import { call } from '../../api/client';
import type { ConsentReply, Consents } from '../../api/types';

export function answerConsent(request: string, reply: ConsentReply): Promise<Consents> {
  return call('POST', `/api/v1/consents/${encodeURIComponent(request)}/answer`, { body: reply });
}
