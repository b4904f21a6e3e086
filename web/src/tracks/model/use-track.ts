import { useQuery } from '@tanstack/react-query';
import { getTrack } from '../api/get-track';

const AGAIN_MILLIS = 15_000;

/** One track with its sources and history, asked again while it is looked at. */
export function useTrack(id: string | null) {
  return useQuery({
    queryKey: ['track', id],
    queryFn: ({ signal }) => getTrack(id ?? '', signal),
    enabled: id !== null,
    refetchInterval: AGAIN_MILLIS,
  });
}
