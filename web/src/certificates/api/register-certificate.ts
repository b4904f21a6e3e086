import { call } from '../../api/client';
import type { ClientCertificate, ClientCertificateDraft } from '../../api/types';

export function registerCertificate(person: string, draft: ClientCertificateDraft): Promise<ClientCertificate> {
  return call('POST', `/api/v1/people/${person}/certificates`, { body: draft });
}
