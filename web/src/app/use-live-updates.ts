import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LinkState, NodeInfo } from '../api/types';
import { forgetLocatedRecords, loadLocatedRecords, noteChange } from '../map/sources/located-records';
import { followChanges, type Change } from '../node/model/live-updates';

const GATHER_MILLIS = 400;

/** Carries every change the node tells to whatever shows it. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    const refresh = gatheredRefresh(client);
    const stop = followChanges((change) => apply(change, client, refresh));
    void loadLocatedRecords();
    return () => {
      stop();
      forgetLocatedRecords();
    };
  }, [client]);
}

function apply(change: Change, client: QueryClient, refresh: (key: readonly string[]) => void): void {
  switch (change.type) {
    case 'record': {
      const { id } = change.record;
      noteChange(id);
      for (const key of [
        ['record', id],
        ['release', id],
        ['revisions', id],
        ['records'],
        ['audit'],
        ['node'],
        ['ledger'],
      ]) {
        refresh(key);
      }
      return;
    }
    case 'link': {
      const { link } = change;
      client.setQueriesData<NodeInfo>(
        { queryKey: ['node'] },
        (node) => node && { ...node, links: withLink(node.links, link) },
      );
      refresh(['ledger', link.party]);
      refresh(['release']);
      refresh(['records']);
      return;
    }
    case 'agreement':
      refresh(['agreements']);
      refresh(['release']);
      refresh(['audit']);
      return;
    case 'reconnected':
      // Whatever happened meanwhile was not told: ask for everything again.
      void client.invalidateQueries();
      void loadLocatedRecords();
  }
}

function withLink(links: readonly LinkState[], link: LinkState): LinkState[] {
  const known = links.some(({ node }) => node === link.node);
  return known ? links.map((one) => (one.node === link.node ? link : one)) : [...links, link];
}

/** Refreshes at most every so often, however many changes arrive; only what is on screen is fetched. */
function gatheredRefresh(client: QueryClient): (key: readonly string[]) => void {
  const keys = new Map<string, readonly string[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (key) => {
    keys.set(key.join('\n'), key);
    timer ??= setTimeout(() => {
      timer = undefined;
      const due = [...keys.values()];
      keys.clear();
      due.forEach((queryKey) => void client.invalidateQueries({ queryKey }));
    }, GATHER_MILLIS);
  };
}
