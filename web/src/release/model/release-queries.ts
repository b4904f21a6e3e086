import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../i18n/language';
import { getRelease } from '../api/get-release';
import { listPolicies } from '../api/list-policies';

export function useRelease(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['release', id, language], queryFn: ({ signal }) => getRelease(id, signal) });
}

export function usePolicies() {
  return useQuery({ queryKey: ['policies'], queryFn: ({ signal }) => listPolicies(signal), staleTime: Infinity });
}
