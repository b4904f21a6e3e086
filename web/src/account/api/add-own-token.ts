import { call } from '../../api/client';
import type { AccessToken } from '../../api/types';

export type Scope = 'read' | 'write' | 'feed' | 'metrics' | 'calendar';

export function addOwnToken(name: string, scopes: readonly Scope[], days: number): Promise<AccessToken> {
  return call('POST', '/api/v1/account/tokens', { body: { name, scopes, days } });
}
