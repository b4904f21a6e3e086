import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ViewContent } from '../../api/types';
import { openTime } from '../../navigation/route';
import { mapChoice } from '../model/map-choice';
import { replay } from '../timeline/timeline-model';

export const LONGEST_NAME = 60;
export type TimeMode = ViewContent['time']['mode'];
const MINUTE = 60_000;

/** The time as a view keeps it: now, so long ago whenever it is opened, or the instant that is shown. */
export function viewTime(mode: TimeMode, at: string | null, now: number): ViewContent['time'] {
  if (at === null || mode === 'now') {
    return { mode: 'now' };
  }
  return mode === 'at' ? { mode, at } : { mode, minutes: minutesAgo(at, now) };
}

export function minutesAgo(at: string, now: number): number {
  return Math.max(1, Math.round((now - Date.parse(at)) / MINUTE));
}

/** The instant that a view shows when it is opened; null for now. */
export function timeOf(time: ViewContent['time'], now: number): string | null {
  switch (time.mode) {
    case 'now':
      return null;
    case 'ago':
      return new Date(now - (time.minutes ?? 1) * MINUTE).toISOString();
    case 'at':
      return time.at === undefined || Date.parse(time.at) > now ? null : new Date(time.at).toISOString();
  }
}

/** What is on the map at this moment. */
export function contentOf(map: MapLibreMap, time: ViewContent['time']): ViewContent {
  const { lng, lat } = map.getCenter().wrap();
  const { hidden, grouped, trails, filter } = mapChoice.get();
  return { lon: lng, lat, zoom: map.getZoom(), time, choice: { hidden: [...hidden], grouped, trails, filter } };
}

/** Layers and filter at once; the map goes there by itself. */
export function showView(map: MapLibreMap, { lon, lat, zoom, choice, time }: ViewContent): void {
  mapChoice.set(choice);
  map.easeTo({ center: [lon, lat], zoom, duration: 300 });
  replay.update((now) => ({ ...now, playing: false }));
  openTime(timeOf(time, Date.now()));
}

/** With this the map begins: at its place, with its layers and filter, and always now. */
export function beginWith(map: MapLibreMap, { lon, lat, zoom, choice }: ViewContent): void {
  mapChoice.set(choice);
  map.jumpTo({ center: [lon, lat], zoom });
}
