import { useQuery } from '@tanstack/react-query';
import { listParties } from './list-parties';

export function useParties() {
  return useQuery({ queryKey: ['parties'], queryFn: ({ signal }) => listParties(signal), staleTime: 300_000 });
}
