import { openRecord, route } from '../../navigation/route';
import { createStore } from '../../ui/store';

/** The ids of the list on screen, in its order, for j and k. */
export const listedIds = createStore<readonly string[]>([]);

export function step(by: 1 | -1): void {
  const ids = listedIds.get();
  const { panel } = route.get();
  const at = panel.kind === 'record' ? ids.indexOf(panel.id) : -1;
  const next = at === -1 ? (by === 1 ? 0 : ids.length - 1) : at + by;
  const id = ids[next];
  if (id !== undefined) {
    openRecord(id);
  }
}
