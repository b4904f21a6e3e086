import type { CaseField, CaseStep, WatchSuggestion } from '../../api/types';
import type { LogLink } from '../../navigation/log-link';
import { parseLabel } from '../../release/model/label';
import { labelOf, type Saying } from '../../statements/model/form';

/** Kinds of entries that people write; who has the watch is entered by buttons of its own. */
export const WRITTEN = ['event', 'decision', 'order-received', 'call', 'other'] as const;

const field = (name: string, type: CaseField['type'], required: boolean): CaseField => ({
  name,
  type,
  required,
  choices: [],
  value: null,
});

/** The form of an entry: when it happened (now, where nothing is typed), what, and what it is about, if that was given. */
export function stepOf(
  act: string,
  nations: readonly string[],
  corrects: string | null,
  about: LogLink | null,
): CaseStep {
  const on: CaseField[] = corrects === null ? [] : [{ ...field('corrects', 'reference', true), value: corrects }];
  return {
    act,
    on: corrects,
    to: [...nations],
    everybody: false,
    fields: [
      ...on,
      ...(about === null ? [] : [{ ...field(about.to, 'reference', false), value: about.id }]),
      field('text', 'long-text', true),
      field('at', 'time', false),
    ],
  };
}

/** The entry that a suggestion becomes: kept at home, as high as what it was made from. */
export function fromSuggestion(suggestion: WatchSuggestion, own: string, language: 'en' | 'ja'): Saying {
  const label = parseLabel(suggestion.label);
  const { link, at, key } = suggestion;
  return {
    to: [own],
    label: labelOf(label?.classification ?? 'TOP SECRET', [own], [], label?.exercise ?? false),
    precedence: 'ROUTINE',
    fields: { text: suggestion.text[language], at, suggestion: key, ...(link ? { [link.to]: link.id } : {}) },
  };
}

/** What takes or gives up the watch: nothing but that, kept at home. */
export function ofWatch(own: string, text: string): Saying {
  return {
    to: [own],
    label: labelOf('UNCLASSIFIED', [own], [], false),
    precedence: 'ROUTINE',
    fields: text.trim() === '' ? {} : { text: text.trim() },
  };
}

/** Which suggestion a key enters: 1 to 9, in their order; null for other keys. */
export function suggestionOf(key: string, suggestions: readonly WatchSuggestion[]): WatchSuggestion | null {
  return /^[1-9]$/.test(key) ? (suggestions[Number(key) - 1] ?? null) : null;
}
