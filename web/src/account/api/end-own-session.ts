import { callForNothing } from '../../api/client';

export function endOwnSession(id: string): Promise<void> {
  return callForNothing('DELETE', `/api/v1/account/sessions/${id}`);
}
