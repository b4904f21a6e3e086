import { useQuery } from '@tanstack/react-query';
import { getTrack } from '../api/get-track';

const AGAIN_MILLIS = 15_000;

/** One track with its sources and history, asked again while it is looked at; in the past it stays as it was. */
export function useTrack(id: string | null, at: string | null) {
  return useQuery({
    queryKey: ['track', id, at],
    queryFn: ({ signal }) => getTrack(id ?? '', at, signal),
    enabled: id !== null,
    refetchInterval: at === null ? AGAIN_MILLIS : false,
    placeholderData: (before) => (before?.track.id === id ? before : undefined),
  });
}
