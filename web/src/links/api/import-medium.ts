import { call } from '../../api/client';
import type { ImportedMedium } from '../../api/types';

export function importMedium(medium: Blob): Promise<ImportedMedium> {
  return call('POST', '/api/v1/media', { body: medium });
}
