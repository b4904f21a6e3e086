import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../i18n/language';
import { getNode } from '../api/get-node';

/** This node and its links. The stream patches it; the slow refetch is only for what the stream does not carry. */
export function useNode() {
  const language = useLanguage();
  return useQuery({ queryKey: ['node', language], queryFn: ({ signal }) => getNode(signal), refetchInterval: 30_000 });
}
