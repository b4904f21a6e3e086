import { useEffect } from 'react';
import { createStore } from '../../ui/store';

/** The labels of everything shown now, by the place that shows it. The classification banner is computed from them. */
export const labelsOnScreen = createStore<ReadonlyMap<string, readonly string[]>>(new Map());

export function useOnScreen(place: string, banners: readonly string[]): void {
  const distinct = [...new Set(banners)].sort();
  const key = distinct.join('\n');
  useEffect(() => {
    labelsOnScreen.update((all) => new Map(all).set(place, key === '' ? [] : key.split('\n')));
    return () =>
      labelsOnScreen.update((all) => {
        const rest = new Map(all);
        rest.delete(place);
        return rest;
      });
  }, [place, key]);
}
