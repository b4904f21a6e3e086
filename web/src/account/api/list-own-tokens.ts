import { call } from '../../api/client';
import type { AccessToken } from '../../api/types';

export async function listOwnTokens(signal?: AbortSignal): Promise<readonly AccessToken[]> {
  return (await call<{ tokens: AccessToken[] }>('GET', '/api/v1/account/tokens', { signal })).tokens;
}
