import { call } from '../../api/client';
import { keyInPath } from '../../api/key-in-path';
import type { Ruling } from '../../api/types';

export async function liftRuling(id: string, party: string, reason: string): Promise<Ruling[]> {
  const path = `/api/v1/records/${encodeURIComponent(id)}/rulings/${keyInPath(party)}/lift`;
  return (await call<{ rulings: Ruling[] }>('POST', path, { body: { reason } })).rulings;
}
