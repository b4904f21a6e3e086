import { callForNothing } from '../../api/client';

export function revokeCertificate(id: string): Promise<void> {
  return callForNothing('DELETE', `/api/v1/certificates/${id}`);
}
