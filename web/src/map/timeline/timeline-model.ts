import { createStore } from '../../ui/store';

const HOUR = 3_600_000;

/** How far back the slider reaches, in hours. */
export const REACHES = [1, 6, 24, 168, 720] as const;
export type Reach = (typeof REACHES)[number];

/** How many seconds of the past go by in one second. */
export const SPEEDS = [1, 2, 5, 10, 20, 50, 100] as const;
export type Speed = (typeof SPEEDS)[number];

export interface Replay {
  readonly playing: boolean;
  readonly speed: Speed;
}

export const replay = createStore<Replay>({ playing: false, speed: 10 });

/** The smallest reach that holds the time looked at, and not less than the one chosen. */
export function reachFor(at: string | null, chosen: Reach, now: number): Reach {
  const back = at === null ? 0 : now - Date.parse(at);
  return REACHES.find((hours) => hours >= chosen && hours * HOUR >= back) ?? REACHES[REACHES.length - 1] ?? chosen;
}

export function startOf(reach: Reach, now: number): number {
  return now - reach * HOUR;
}

/** One step of the slider: a minute for an hour, twelve hours for a month. */
export function stepMillis(reach: Reach): number {
  return reach * 60_000;
}

/** The time after a step; null when that is now. */
export function stepped(at: string | null, by: number, now: number): string | null {
  const next = (at === null ? now : Date.parse(at)) + by;
  return next >= now ? null : new Date(next).toISOString();
}

/** How many of the times fall into each of so many equal parts. */
export function countByTime(times: readonly string[], start: number, end: number, parts: number): number[] {
  const counts = Array.from({ length: parts }, () => 0);
  for (const time of times) {
    const part = Math.floor(((Date.parse(time) - start) / (end - start)) * parts);
    if (part >= 0 && part < parts) {
      counts[part] = (counts[part] ?? 0) + 1;
    }
  }
  return counts;
}

/** `2026-04-16 01:36`, with seconds or without, with T and Z or without: always Z. Null when it is no time or lies ahead. */
export function readTime(text: string, now: number): string | null {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d):?(\d\d)(?::?(\d\d))?Z?$/.exec(text.trim().toUpperCase());
  const millis = match ? Date.parse(`${match[1]}T${match[2]}:${match[3]}:${match[4] ?? '00'}Z`) : NaN;
  return Number.isNaN(millis) || millis > now ? null : new Date(millis).toISOString();
}
