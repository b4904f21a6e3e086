import { call } from '../../api/client';
import type { Translation } from '../../api/types';

/** Whether texts can be translated by a machine here, and who would read them. */
export function getTranslation(signal?: AbortSignal): Promise<Translation> {
  return call('GET', '/api/v1/translation', { signal });
}
