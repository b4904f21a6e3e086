import type { SharedRecord } from '../../api/types';
import { getRecord } from '../../records/api/get-record';
import { listRecords } from '../../records/api/list-records';
import { createStore } from '../../ui/store';

export interface Located {
  readonly records: ReadonlyMap<string, SharedRecord>;
  readonly loading: boolean;
  /** How many have been read while loading; they are shown together at the end, for each showing lays out the map anew. */
  readonly read: number;
  readonly failure: unknown;
}

/** Every record held here that has a position. Filled page by page once, then kept up to date change by change. */
export const locatedRecords = createStore<Located>({ records: new Map(), loading: false, read: 0, failure: null });

const PAGE = 500;
/** Above this many changes at once it is cheaper to ask for everything since than one by one. */
const ONE_BY_ONE = 25;
const GATHER_MILLIS = 250;

let latestStored: string | undefined;
let run = 0;
const waiting = new Set<string>();
let gathering: ReturnType<typeof setTimeout> | undefined;

export async function loadLocatedRecords(): Promise<void> {
  run += 1;
  const mine = run;
  latestStored = undefined;
  locatedRecords.set({ records: new Map(), loading: true, read: 0, failure: null });
  try {
    await readPages({ located: true }, () => mine === run);
    settle(mine, null);
  } catch (error) {
    settle(mine, error);
  }
}

function settle(mine: number, failure: unknown): void {
  if (mine === run) {
    locatedRecords.update((now) => ({ ...now, loading: false, failure }));
  }
}

export function forgetLocatedRecords(): void {
  run += 1;
  waiting.clear();
  latestStored = undefined;
  locatedRecords.set({ records: new Map(), loading: false, read: 0, failure: null });
}

/** Something happened to this record; changes that come close together are fetched together. */
export function noteChange(id: string): void {
  waiting.add(id);
  gathering ??= setTimeout(() => {
    gathering = undefined;
    const ids = [...waiting];
    waiting.clear();
    void catchUp(ids, run);
  }, GATHER_MILLIS);
}

async function catchUp(ids: readonly string[], mine: number): Promise<void> {
  try {
    if (ids.length > ONE_BY_ONE && latestStored !== undefined) {
      await readPages({ located: true, since: latestStored }, () => mine === run);
      return;
    }
    const found = await Promise.all(ids.map((id) => getRecord(id).catch(() => null)));
    if (mine === run) {
      put(found.filter((record) => record !== null));
    }
  } catch {
    // The stream state already tells that the node is away; the reconnect loads everything again.
  }
}

async function readPages(filter: { located: true; since?: string }, wanted: () => boolean): Promise<void> {
  let cursor: string | undefined;
  const gathered: SharedRecord[] = [];
  do {
    const page = await listRecords(filter, { cursor, limit: PAGE });
    if (!wanted()) {
      return;
    }
    gathered.push(...page.records);
    locatedRecords.update((now) => ({ ...now, read: gathered.length }));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  put(gathered);
}

function put(records: readonly SharedRecord[]): void {
  locatedRecords.update((now) => {
    const next = new Map(now.records);
    for (const record of records) {
      if (record.position && record.state === 'current') {
        next.set(record.id, record);
      } else {
        next.delete(record.id);
      }
      if (latestStored === undefined || record.storedAt > latestStored) {
        latestStored = record.storedAt;
      }
    }
    return { ...now, records: next };
  });
}
