import { call } from '../../api/client';
import type { SignInOffer } from '../../api/types';

/** How one may sign in here. */
export function getSignInOffer(signal?: AbortSignal): Promise<SignInOffer> {
  return call('GET', '/api/v1/sign-in', { signal });
}
