import { call } from '../../api/client';
import type { Tak } from '../../api/types';

export function disconnectTakClient(id: string): Promise<Tak> {
  return call('POST', `/api/v1/tak/clients/${encodeURIComponent(id)}/disconnect`);
}
