import { createStore } from '../../ui/store';
import { NO_FILTER, type PictureFilter } from './picture-filter';

/** What somebody chose to see on the map. It holds until the page is left; a saved view keeps it. */
export interface MapChoice {
  /** Kinds of records and layers that are switched off. */
  readonly hidden: readonly string[];
  /** Symbols that would lie on each other stand as one with their number. */
  readonly grouped: boolean;
  readonly trails: boolean;
  readonly filter: PictureFilter;
}

/** Ports and airfields are there for who wants them; the records are what is read first. */
export const FIRST_CHOICE: MapChoice = {
  hidden: ['airfields', 'ports'],
  grouped: true,
  trails: false,
  filter: NO_FILTER,
};

export const mapChoice = createStore<MapChoice>(FIRST_CHOICE);

export function toggleLayer(layer: string): void {
  mapChoice.update((now) => ({
    ...now,
    hidden: now.hidden.includes(layer) ? now.hidden.filter((one) => one !== layer) : [...now.hidden, layer].sort(),
  }));
}
