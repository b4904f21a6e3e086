import { useQuery } from '@tanstack/react-query';
import { listAgreements } from '../api/list-agreements';

/** The register as of a date; as of today when none is named. */
export function useAgreements(asOf?: string) {
  return useQuery({ queryKey: ['agreements', asOf ?? 'today'], queryFn: ({ signal }) => listAgreements(asOf, signal) });
}
