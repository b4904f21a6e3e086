import { call } from '../../api/client';
import type { ReliefProposal } from '../../api/types';

/** Takes some seconds; nothing is stored and nobody is told. */
export function proposeRelief(exercise: boolean, offers: 'all' | 'own'): Promise<ReliefProposal> {
  return call('POST', '/api/v1/relief/proposals', { body: { exercise, offers } });
}
