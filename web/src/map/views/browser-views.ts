import { CLASSIFICATIONS } from '../../release/model/label';
import type { ViewContent, ViewDraft } from '../../api/types';
import { FIRST_CHOICE, type MapChoice } from '../model/map-choice';
import { NO_FILTER } from '../model/picture-filter';
import { LONGEST_NAME } from './view-content';

const KEY = 'renkei.map-views';

/** Views that earlier clients kept in this browser, whoever sat at it: their owner takes them over, or lets them go. */
export function browserViews(): readonly ViewDraft[] {
  return readBrowserViews(localStorage.getItem(KEY));
}

export function forgetBrowserViews(): void {
  localStorage.removeItem(KEY);
}

/** Reads what an older client, or somebody by hand, may have written: what is no view is left out. */
export function readBrowserViews(text: string | null): readonly ViewDraft[] {
  try {
    const kept = (text === null ? {} : JSON.parse(text)) as Partial<Record<'views' | 'first', unknown>>;
    return (Array.isArray(kept.views) ? (kept.views as unknown[]) : []).flatMap(
      (one) => readView(one, kept.first) ?? [],
    );
  } catch {
    return [];
  }
}

function readView(value: unknown, first: unknown): ViewDraft | null {
  const { name, lon, lat, zoom, choice } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (typeof name !== 'string' || name.trim() === '' || ![lon, lat, zoom].every(Number.isFinite)) {
    return null;
  }
  const content: ViewContent = {
    lon: Number(lon),
    lat: Number(lat),
    zoom: Number(zoom),
    time: { mode: 'now' },
    choice: readChoice(choice),
  };
  return { name: name.trim().slice(0, LONGEST_NAME), shared: false, first: name === first, content };
}

function readChoice(value: unknown): ViewContent['choice'] {
  const { hidden, grouped, trails, filter } = (value ?? {}) as Partial<Record<keyof MapChoice, unknown>>;
  const wanted = { ...NO_FILTER, ...(filter as object | undefined) };
  const upTo = wanted.upTo === '' || CLASSIFICATIONS.includes(wanted.upTo) ? wanted.upTo : '';
  return {
    hidden: Array.isArray(hidden) ? hidden.filter((one) => typeof one === 'string') : [...FIRST_CHOICE.hidden],
    grouped: grouped !== false,
    trails: trails === true,
    filter: { ...wanted, upTo },
  };
}
