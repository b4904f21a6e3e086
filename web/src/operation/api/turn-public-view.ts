import { call } from '../../api/client';
import type { PublicView } from '../../api/types';

/** Opens it to everybody who reaches this node, or closes it. */
export function turnPublicView(turn: { readonly open: boolean; readonly reason: string }): Promise<PublicView> {
  return call('PUT', '/api/v1/public-view', { body: turn });
}
