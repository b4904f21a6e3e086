import { call } from '../../api/client';
import type { AgreementChange } from '../../api/types';
import type { AgreementChanged } from './agreement-changed';

export function suspendAgreement(id: string, change: AgreementChange): Promise<AgreementChanged> {
  return call('POST', `/api/v1/agreements/${encodeURIComponent(id)}/suspend`, { body: change });
}
