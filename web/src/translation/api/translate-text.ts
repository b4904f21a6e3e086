import { call } from '../../api/client';
import type { MachineText, TranslationRequest } from '../../api/types';

/** Gives one text of a record to the service, if the release to it is decided so. */
export function translateText(body: TranslationRequest): Promise<MachineText> {
  return call('POST', '/api/v1/translation', { body });
}
