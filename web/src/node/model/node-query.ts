import { keepPreviousData, useQuery, type QueryClient } from '@tanstack/react-query';
import type { LinkState, NodeInfo } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { may } from '../../session/session';
import { getNode } from '../api/get-node';

/** This node and its links. The stream patches it; the slow refetch is only for what the stream does not carry. */
export function useNode() {
  const language = useLanguage();
  return useQuery({
    queryKey: ['node', language],
    queryFn: ({ signal }) => getNode(signal),
    enabled: may('GET /api/v1/node'),
    refetchInterval: 30_000,
    // What is open stays open when the language changes; only the words of the node follow a moment later.
    placeholderData: keepPreviousData,
  });
}

/** Puts the state of one link, as the node has just told it, in place of the one known before. */
export function noteLink(client: QueryClient, link: LinkState): void {
  client.setQueriesData<NodeInfo>(
    { queryKey: ['node'] },
    (node) => node && { ...node, links: withLink(node.links, link) },
  );
}

function withLink(links: readonly LinkState[], link: LinkState): LinkState[] {
  const known = links.some(({ node }) => node === link.node);
  return known ? links.map((one) => (one.node === link.node ? link : one)) : [...links, link];
}
