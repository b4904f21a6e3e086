import { call } from '../../api/client';
import type { ClientCertificates } from '../../api/types';

export function listOwnCertificates(signal?: AbortSignal): Promise<ClientCertificates> {
  return call('GET', '/api/v1/account/certificates', { signal });
}
