import { call } from '../../api/client';
import type { AttachmentState } from '../../api/types';

/** Has the node fetch it from its origin. */
export function fetchAttachment(sha256: string): Promise<AttachmentState> {
  return call('POST', `/api/v1/attachments/${sha256}/fetch`);
}
