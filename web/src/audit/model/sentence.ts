import type { AuditEntry } from '../../api/types';
import { isTextKey, texts, type Translate } from '../../i18n/translate';

/** Where the words for the values of a detail may stand, by its name. */
const WORDS: ReadonlyMap<string, (value: string) => readonly string[]> = new Map([
  ['decision', (value: string) => [`release.${value}`]],
  ['list', (value: string) => [`audit.list.${value}`]],
  ['what', (value: string) => [`audit.recovered.${value}`, `audit.made.${value}`]],
]);

/** What the value of a detail is called in a sentence. */
function word(name: string, value: unknown, t: Translate): string {
  const keys = WORDS.get(name)?.(String(value)) ?? [];
  const key = keys.find(isTextKey);
  if (key !== undefined) {
    return t(key);
  }
  if (name === 'shown' && Array.isArray(value)) {
    return t('audit.listShown', { count: value.length });
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Of which days figures are; all where none are said. */
function days({ details }: AuditEntry, t: Translate): string {
  const { from, to } = details;
  return from === undefined && to === undefined
    ? t('audit.daysAll')
    : t('audit.daysFromTo', { from: String(from ?? '–'), to: String(to ?? '–') });
}

/** One entry as a sentence that a stranger can read; who did what kind of thing, when the reader may not see more. */
export function sentence(entry: AuditEntry, t: Translate): string {
  const key = `tells.${entry.event}`;
  const values: Record<string, string> = { actor: entry.actor, party: entry.party ?? '–' };
  for (const [name, value] of Object.entries(entry.details)) {
    values[name] = word(name, value, t);
  }
  values.days = days(entry, t);
  // Places of a revision that nobody was given, or parties that hold an older one.
  const named = [entry.details.missing, entry.details.older].flat().filter((one) => typeof one === 'string');
  if (named.length > 0) {
    values.what = `${values.what} (${named.join(', ')})`;
  }
  if (!isTextKey(key)) {
    return entry.event;
  }
  const told = [...texts[key][0].matchAll(/\{\{(\w+)\}\}/g)].every(([, name]) => Object.hasOwn(values, name as string));
  const bare = `event.${entry.event}`;
  return told || !isTextKey(bare) ? t(key, values) : `${t(bare)} · ${entry.actor}`;
}
