import { call } from '../../api/client';
import type { CommitmentOptions } from '../../api/types';

/** The bodies that the node knows. */
export async function listBodies(signal?: AbortSignal): Promise<CommitmentOptions['bodies']> {
  const { bodies } = await call<CommitmentOptions>('GET', '/api/v1/commitments/options', { signal });
  return bodies;
}
