import { callForNothing } from '../../api/client';

export function endThisSession(): Promise<void> {
  return callForNothing('DELETE', '/api/v1/session');
}
