import { useQuery } from '@tanstack/react-query';
import type { GlossaryEntry } from '../../api/types';
import { may } from '../../session/session';
import { listTerms } from '../api/list-terms';
import { finderOf, type Finder } from './finder';

export function useGlossary() {
  return useQuery({
    queryKey: ['glossary'],
    queryFn: ({ signal }) => listTerms(signal),
    enabled: may('GET /api/v1/glossary'),
    staleTime: Infinity,
  });
}

/** Made once for a list of entries, however many texts there are on a page. */
const FINDERS = new WeakMap<readonly GlossaryEntry[], Finder>();

/** Finds terms in a text; null while there are none. */
export function useFinder(): Finder | null {
  const entries = useGlossary().data?.entries;
  if (entries === undefined || entries.length === 0) {
    return null;
  }
  const finder = FINDERS.get(entries) ?? finderOf(entries);
  FINDERS.set(entries, finder);
  return finder;
}
