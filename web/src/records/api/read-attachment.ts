import { callForFile } from '../../api/client';

export function readAttachment(sha256: string, signal?: AbortSignal): Promise<Blob> {
  return callForFile('GET', `/api/v1/attachments/${sha256}`, { signal });
}
