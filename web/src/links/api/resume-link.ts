import { call } from '../../api/client';
import type { LinkState } from '../../api/types';

export function resumeLink(party: string): Promise<LinkState> {
  return call('POST', `/api/v1/links/${encodeURIComponent(party)}/resume`);
}
