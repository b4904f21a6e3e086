import type { SharedRecord } from '../../api/types';
import { createStore, useStore } from '../../ui/store';

const KEY = 'renkei.lastVisit';

/** When this browser last left the node; only the time is kept, nothing about any record. */
const lastVisit = localStorage.getItem(KEY) ?? new Date().toISOString();

window.addEventListener('pagehide', () => localStorage.setItem(KEY, new Date().toISOString()));

const opened = createStore<ReadonlySet<string>>(new Set());

export function markOpened({ id, revision }: SharedRecord): void {
  const key = `${id}#${revision}`;
  if (!opened.get().has(key)) {
    opened.update((all) => new Set(all).add(key));
  }
}

/** New is what a partner sent since the last visit and nobody has opened in this tab. */
export function useIsNew(): (record: SharedRecord) => boolean {
  const seen = useStore(opened);
  return ({ id, revision, own, storedAt }) => !own && storedAt > lastVisit && !seen.has(`${id}#${revision}`);
}
