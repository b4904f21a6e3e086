import { openRecord, route } from '../../navigation/route';
import { createStore } from '../../ui/store';

/** A list that one can walk through. */
export interface WalkedList {
  readonly ids: readonly string[];
  readonly current: () => string | null;
  readonly open: (id: string) => void;
}

/** The list on screen, in its order, for j and k. */
export const walkedList = createStore<WalkedList>(listOfRecords([]));

export function listOfRecords(ids: readonly string[]): WalkedList {
  return { ids, current: openedRecord, open: openRecord };
}

function openedRecord(): string | null {
  const { panel } = route.get();
  return panel.kind === 'record' ? panel.id : null;
}

export function step(by: 1 | -1): void {
  const { ids, current, open } = walkedList.get();
  const now = current();
  const at = now === null ? -1 : ids.indexOf(now);
  const next = at === -1 ? (by === 1 ? 0 : ids.length - 1) : at + by;
  const id = ids[next];
  if (id !== undefined) {
    open(id);
  }
}
