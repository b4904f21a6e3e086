import { call } from '../../api/client';
import type { Ruling } from '../../api/types';

export async function listRulings(id: string, signal?: AbortSignal): Promise<Ruling[]> {
  const path = `/api/v1/records/${encodeURIComponent(id)}/rulings`;
  return (await call<{ rulings: Ruling[] }>('GET', path, { signal })).rulings;
}
