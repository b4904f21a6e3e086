import { useQuery } from '@tanstack/react-query';
import { may } from '../../session/session';
import { getTranslation } from '../api/get-translation';

/** The service, asked for once; nothing while there is none, or for who may not use it. */
export function useTranslation() {
  const { data } = useQuery({
    queryKey: ['translation'],
    queryFn: ({ signal }) => getTranslation(signal),
    enabled: may('POST /api/v1/translation'),
    staleTime: 600_000,
  });
  return data?.on ? data : null;
}
