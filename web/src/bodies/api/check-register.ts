import { call } from '../../api/client';
import type { BodyRegisterEffect } from '../../api/types';

/** What would change by it; nothing is kept. */
export function checkRegister(yaml: string): Promise<BodyRegisterEffect> {
  return call('POST', '/api/v1/bodies/register/check', { body: { yaml } });
}
