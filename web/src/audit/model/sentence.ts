import type { AuditEntry } from '../../api/types';
import { isTextKey, type Translate } from '../../i18n/translate';

/** What decisions are called in a sentence. */
function word(name: string, value: unknown, t: Translate): string {
  if (name === 'decision') {
    const key = `release.${String(value)}`;
    return isTextKey(key) ? t(key) : String(value);
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** One entry as a sentence that a stranger can read; the bare event when it is one this screen does not know. */
export function sentence(entry: AuditEntry, t: Translate): string {
  const key = `tells.${entry.event}`;
  const values: Record<string, string> = { actor: entry.actor, party: entry.party ?? '–' };
  for (const [name, value] of Object.entries(entry.details)) {
    values[name] = word(name, value, t);
  }
  return isTextKey(key) ? t(key, values) : entry.event;
}
