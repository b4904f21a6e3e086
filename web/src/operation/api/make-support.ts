import { callForFile } from '../../api/client';

export function makeSupport(): Promise<Blob> {
  return callForFile('POST', '/api/v1/operation/support');
}
