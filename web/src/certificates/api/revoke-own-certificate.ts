import { callForNothing } from '../../api/client';

export function revokeOwnCertificate(id: string): Promise<void> {
  return callForNothing('DELETE', `/api/v1/account/certificates/${id}`);
}
