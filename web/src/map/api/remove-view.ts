import { callForNothing } from '../../api/client';

export function removeView(id: string): Promise<void> {
  return callForNothing('DELETE', `/api/v1/account/views/${encodeURIComponent(id)}`);
}
