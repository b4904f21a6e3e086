import { callForNothing } from '../../api/client';

export function acceptInvitationByPasskey(
  token: string,
  who: object,
  name: string,
  credential: unknown,
): Promise<void> {
  return callForNothing('POST', '/api/v1/invitation/passkey', { body: { token, ...who, name, credential } });
}
