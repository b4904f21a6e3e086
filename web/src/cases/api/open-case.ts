import { call } from '../../api/client';
import type { CaseFile, CasePage } from '../../api/types';
import type { Saying } from '../../statements/model/form';

export function openCase(saying: Saying, files: readonly CaseFile[]): Promise<CasePage> {
  return call('POST', '/api/v1/cases', { body: { ...saying, files } });
}
