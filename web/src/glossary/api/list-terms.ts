import { call } from '../../api/client';
import type { Glossary } from '../../api/types';

/** All terms that one sees, in both languages. */
export function listTerms(signal?: AbortSignal): Promise<Glossary> {
  return call('GET', '/api/v1/glossary', { signal });
}
