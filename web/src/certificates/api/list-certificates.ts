import { call } from '../../api/client';
import type { ClientCertificates } from '../../api/types';

/** Those of all accounts. */
export function listCertificates(signal?: AbortSignal): Promise<ClientCertificates> {
  return call('GET', '/api/v1/certificates', { signal });
}
