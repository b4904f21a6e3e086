import { callForFile } from '../../api/client';

/** As PDF in both languages; that it was made is put on record. */
export function makeAgenda(id: string): Promise<Blob> {
  return callForFile('GET', `/api/v1/meetings/${encodeURIComponent(id)}/agenda`);
}
