import type { Translate } from './translate';

const DAY = 86_400_000;

/** `01:36Z` today, `16 Apr 01:36Z` another day of this year, with the year otherwise. */
export function zulu(instant: string | Date, now: Date = new Date()): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) {
    return String(instant);
  }
  const iso = at.toISOString();
  const time = `${iso.slice(11, 16)}Z`;
  if (iso.slice(0, 10) === now.toISOString().slice(0, 10)) {
    return time;
  }
  return iso.slice(0, 4) === now.toISOString().slice(0, 4)
    ? `${iso.slice(5, 10)} ${time}`
    : `${iso.slice(0, 10)} ${time}`;
}

export function zuluFull(instant: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant : `${at.toISOString().slice(0, 10)} ${at.toISOString().slice(11, 19)}Z`;
}

/** The clock of this machine; nothing where that is Z anyway. */
export function localTime(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime()) || at.getTimezoneOffset() === 0) {
    return '';
  }
  const two = (n: number) => String(n).padStart(2, '0');
  return `(${two(at.getHours())}:${two(at.getMinutes())})`;
}

export function duration(millis: number, t: Translate): string {
  const seconds = Math.max(0, millis) / 1000;
  if (seconds < 10) {
    return t('age.seconds', { n: seconds.toFixed(1) });
  }
  if (seconds < 60) {
    return t('age.seconds', { n: Math.round(seconds) });
  }
  if (seconds < 3600) {
    return t('age.minutes', { n: Math.floor(seconds / 60) });
  }
  if (seconds * 1000 < 2 * DAY) {
    return t('age.hours', { n: Math.floor(seconds / 3600) });
  }
  return t('age.days', { n: Math.floor((seconds * 1000) / DAY) });
}

export function age(instant: string, now: Date, t: Translate): string {
  const millis = now.getTime() - new Date(instant).getTime();
  return millis < 10_000 ? t('age.now') : duration(millis, t);
}

/** `2007`, `2007-08` and `2007-08-10` are all dates here: sources do not always name the day. */
export function partialDate(date: string | undefined, t: Translate): string {
  return date ?? t('common.unknown');
}
