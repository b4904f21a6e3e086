import { call } from '../../api/client';
import type { LinkState } from '../../api/types';

export function pauseLink(party: string): Promise<LinkState> {
  return call('POST', `/api/v1/links/${encodeURIComponent(party)}/pause`);
}
