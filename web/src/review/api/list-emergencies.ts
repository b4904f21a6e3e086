import { call } from '../../api/client';
import type { Emergency } from '../../api/types';

export async function listEmergencies(signal?: AbortSignal): Promise<Emergency[]> {
  return (await call<{ emergencies: Emergency[] }>('GET', '/api/v1/emergencies', { signal })).emergencies;
}
