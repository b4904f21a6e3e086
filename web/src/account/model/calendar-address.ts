import type { Language } from '../../i18n/language';

/** Everything, whatever the body. */
export const ALL_BODIES = 'all';

/** Where a program that shows calendars finds one; it asks for the password itself. */
export function calendarAddress(origin: string, language: Language, body: string): string {
  return `${origin}/calendar/${language}/${encodeURIComponent(body)}.ics`;
}
