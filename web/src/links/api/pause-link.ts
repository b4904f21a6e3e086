import { call } from '../../api/client';
import type { LinkState } from '../../api/types';
import { keyInPath } from '../../api/key-in-path';

export function pauseLink(party: string): Promise<LinkState> {
  return call('POST', `/api/v1/links/${keyInPath(party)}/pause`);
}
