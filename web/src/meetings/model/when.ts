import type { Language } from '../../i18n/language';

/** A time at the place of a meeting, with the name of its zone; empty where this browser does not know the zone. */
export function timeAt(instant: string, zone: string, language: Language): string {
  try {
    return `${new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
      timeZone: zone,
      weekday: 'short',
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(new Date(instant))} ${zone}`;
  } catch {
    return '';
  }
}

const SOON = 48 * 3_600_000;

/** Whether something begins within two days, or has begun and not ended. */
export function isSoon(of: { readonly starts: string; readonly ends: string }, now: string): boolean {
  const at = Date.parse(now);
  return Date.parse(of.starts) - at <= SOON && Date.parse(of.ends) > at;
}

/** How long something takes, in whole minutes. */
export function minutesBetween(starts: string, ends: string): number {
  return Math.round((Date.parse(ends) - Date.parse(starts)) / 60_000);
}
