import { callForNothing } from '../../api/client';

/** By a passkey's answer, or by password and code. */
export function proveAgain(proof: { credential: unknown } | { current: string; code: string }): Promise<void> {
  return callForNothing('POST', '/api/v1/session/proof', { body: proof });
}
