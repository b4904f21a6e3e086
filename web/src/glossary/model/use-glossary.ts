import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { GlossaryEntry } from '../../api/types';
import { may } from '../../session/session';
import { listTerms } from '../api/list-terms';
import { finderOf, type Finder } from './finder';

const NONE: readonly GlossaryEntry[] = [];

export function useGlossary() {
  return useQuery({
    queryKey: ['glossary'],
    queryFn: ({ signal }) => listTerms(signal),
    enabled: may('GET /api/v1/glossary'),
    staleTime: Infinity,
  });
}

/** Finds terms in a text; null while there are none. */
export function useFinder(): Finder | null {
  const entries = useGlossary().data?.entries ?? NONE;
  return useMemo(() => (entries.length === 0 ? null : finderOf(entries)), [entries]);
}
