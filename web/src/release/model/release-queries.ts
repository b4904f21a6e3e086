import { useQuery } from '@tanstack/react-query';
import type { Decision } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { getRelease } from '../api/get-release';
import { listPolicies } from '../api/list-policies';

const CONFIRMATION_MILLIS = 5_000;

function awaitsConfirmation({ linked, decision, confirmedAt }: Decision): boolean {
  return linked && (decision === 'released' || decision === 'redacted') && confirmedAt === undefined;
}

export function useRelease(id: string) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['release', id, language],
    queryFn: ({ signal }) => getRelease(id, signal),
    // The stream tells of confirmations; asking again while one is due makes sure that none is missed.
    refetchInterval: ({ state }) => (state.data?.decisions.some(awaitsConfirmation) ? CONFIRMATION_MILLIS : false),
  });
}

export function usePolicies() {
  return useQuery({ queryKey: ['policies'], queryFn: ({ signal }) => listPolicies(signal), staleTime: Infinity });
}
