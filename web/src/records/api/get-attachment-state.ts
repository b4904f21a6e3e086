import { call } from '../../api/client';
import type { AttachmentState } from '../../api/types';

export function getAttachmentState(sha256: string, signal?: AbortSignal): Promise<AttachmentState> {
  return call('GET', `/api/v1/attachments/${sha256}/state`, { signal });
}
