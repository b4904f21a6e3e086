import { call } from '../../api/client';

/** Where to go for a sign-in by the identity provider. */
export async function askProvider(): Promise<string> {
  return (await call<{ location: string }>('POST', '/api/v1/session/provider')).location;
}
