import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { NodeInfo } from '../api/types';
import { forgetLocatedRecords, loadLocatedRecords, noteChange } from '../map/sources/located-records';
import { followChanges, type Change } from '../node/model/live-updates';
import { noteLink } from '../node/model/node-query';
import { may } from '../session/session';
import { followTracks } from '../tracks/model/live-tracks';

const GATHER_MILLIS = 400;

/** What is shown of records of some kinds alone, and costs the node too much to be asked for at every change. */
const DESKS: readonly (readonly [kind: RegExp, desk: string])[] = [
  [/^term$/, 'glossary'],
  [/^office-contact$/, 'bodies'],
  [/^watch-entry$/, 'watch-log'],
  [/^acsa-/, 'acsa'],
];

/** Carries every change the node tells to whatever shows it. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!may('GET /api/v1/stream')) {
      return undefined;
    }
    const refresh = gatheredRefresh(client);
    const stop = followChanges((change) => apply(change, client, refresh));
    const stopTracks = may('GET /api/v1/tracks/stream') ? followTracks() : () => {};
    void loadLocatedRecords();
    return () => {
      stop();
      stopTracks();
      forgetLocatedRecords();
    };
  }, [client]);
}

function apply(change: Change, client: QueryClient, refresh: (key: readonly string[]) => void): void {
  switch (change.type) {
    case 'record': {
      const { id, kind } = change.record;
      DESKS.filter(([kinds]) => kinds.test(kind)).forEach(([, desk]) => refresh([desk]));
      noteChange(id);
      for (const key of [
        ['record', id],
        ['release', id],
        ['revisions', id],
        ['records'],
        ['search'],
        ['reviews'],
        ['review'],
        ['rulings'],
        ['consents'],
        ['cases'],
        ['commitments'],
        ['meetings'],
        ['overview'],
        ['differences'],
        ['relief'],
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
      const before = client
        .getQueriesData<NodeInfo>({ queryKey: ['node'] })
        .flatMap(([, node]) => node?.links ?? [])
        .find(({ node }) => node === link.node);
      noteLink(client, link);
      // Lag and bytes change all the time; only a confirmation changes what records and releases show.
      if (before?.ledger.acknowledged !== link.ledger.acknowledged) {
        refresh(['ledger', link.party]);
        refresh(['release']);
        refresh(['cases']);
        refresh(['records']);
      }
      return;
    }
    case 'agreement':
      refresh(['agreements']);
      refresh(['reviews']);
      // What a person sees follows the agreements as well.
      refresh(['records']);
      refresh(['record']);
      refresh(['release']);
      refresh(['audit']);
      return;
    case 'reconnected':
      // Whatever happened meanwhile was not told: ask for everything again.
      void client.invalidateQueries();
      void loadLocatedRecords();
  }
}

/**
 * Refreshes what is on screen, one round after the other however many changes arrive: a round that were cut short by the
 * next change would never end during a flood, and one that ran beside it could miss the last change.
 */
function gatheredRefresh(client: QueryClient): (key: readonly string[]) => void {
  const keys = new Map<string, readonly string[]>();
  let running = false;
  const run = async () => {
    running = true;
    while (keys.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, GATHER_MILLIS));
      const due = [...keys.values()];
      keys.clear();
      await Promise.allSettled(due.map((queryKey) => client.invalidateQueries({ queryKey })));
    }
    running = false;
  };
  return (key) => {
    keys.set(key.join('\n'), key);
    if (!running) {
      void run();
    }
  };
}
