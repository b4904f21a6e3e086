import { createStore } from '../../ui/store';
import { CLASSIFICATIONS } from '../../release/model/label';
import { FIRST_CHOICE, type MapChoice } from './map-choice';
import { NO_FILTER } from './picture-filter';

export interface SavedView {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
  readonly choice: MapChoice;
}

export interface SavedViews {
  readonly views: readonly SavedView[];
  /** The one with which the map begins. */
  readonly first: string | null;
}

const KEY = 'renkei.map-views';
export const MOST_VIEWS = 50;
export const LONGEST_NAME = 60;

/** Kept by this browser. A view says where and how one looks, nothing of what there is to see. */
export const savedViews = createStore<SavedViews>(readViews(localStorage.getItem(KEY)));

/** Reads what an older client, or somebody by hand, may have written: what is no view is left out. */
export function readViews(text: string | null): SavedViews {
  try {
    const kept = (text === null ? {} : JSON.parse(text)) as Partial<Record<'views' | 'first', unknown>>;
    const views = (Array.isArray(kept.views) ? (kept.views as unknown[]) : []).flatMap((one) => readView(one) ?? []);
    const first = views.find(({ name }) => name === kept.first)?.name ?? null;
    return { views: views.slice(0, MOST_VIEWS), first };
  } catch {
    return { views: [], first: null };
  }
}

function readView(value: unknown): SavedView | null {
  const { name, lon, lat, zoom, choice } = (value ?? {}) as Partial<Record<keyof SavedView, unknown>>;
  if (typeof name !== 'string' || name === '' || ![lon, lat, zoom].every(Number.isFinite)) {
    return null;
  }
  const { hidden, grouped, trails, filter } = (choice ?? {}) as Partial<Record<keyof MapChoice, unknown>>;
  const wanted = { ...NO_FILTER, ...(filter as object | undefined) };
  return {
    name: name.slice(0, LONGEST_NAME),
    lon: Number(lon),
    lat: Number(lat),
    zoom: Number(zoom),
    choice: {
      hidden: Array.isArray(hidden) ? hidden.filter((one) => typeof one === 'string') : FIRST_CHOICE.hidden,
      grouped: grouped !== false,
      trails: trails === true,
      filter: wanted.upTo === '' || CLASSIFICATIONS.includes(wanted.upTo) ? wanted : { ...wanted, upTo: '' },
    },
  };
}

export function defaultView(): SavedView | null {
  const { views, first } = savedViews.get();
  return views.find(({ name }) => name === first) ?? null;
}

function keep(next: SavedViews): void {
  localStorage.setItem(KEY, JSON.stringify(next));
  savedViews.set(next);
}

/** A view with the name of another takes its place. */
export function saveView(view: SavedView): void {
  const { views, first } = savedViews.get();
  keep({ views: [...views.filter(({ name }) => name !== view.name), view].slice(-MOST_VIEWS), first });
}

export function removeView(name: string): void {
  const { views, first } = savedViews.get();
  keep({ views: views.filter((one) => one.name !== name), first: first === name ? null : first });
}

export function beginWith(name: string | null): void {
  keep({ ...savedViews.get(), first: name });
}
