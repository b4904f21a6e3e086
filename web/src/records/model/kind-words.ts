import type { Kind, LocalText } from '../../api/types';
import { isTextKey, localText, type Translate } from '../../i18n/translate';
import type { Language } from '../../i18n/language';

/** What the schema of a kind says in words of one of its fields: its name, and those of its choices. */
export interface FieldWords {
  readonly title?: LocalText;
  readonly choices: Readonly<Record<string, LocalText>>;
}

const NONE: FieldWords = { choices: {} };

/** In the order in which the kind names them. */
export function fieldNames(kind: Kind): readonly string[] {
  return Object.keys((kind.schema as { properties?: object }).properties ?? {});
}

export function fieldWords(kind: Kind | undefined, name: string): FieldWords {
  const properties = (kind?.schema as { properties?: Readonly<Record<string, unknown>> } | undefined)?.properties;
  const property = properties?.[name];
  if (typeof property !== 'object' || property === null) {
    return NONE;
  }
  const { title, 'x-title-ja': ja, 'x-values': values } = property as Readonly<Record<string, unknown>>;
  return {
    ...(typeof title === 'string' ? { title: typeof ja === 'string' ? { en: title, ja } : { en: title } } : {}),
    choices: typeof values === 'object' && values !== null ? (values as Readonly<Record<string, LocalText>>) : {},
  };
}

/** Our word for a field where we have one, then the kind's own, then the name as it is written. */
export function wordFor(name: string, words: FieldWords, language: Language, t: Translate): string {
  const key = `field.${name}`;
  return isTextKey(key) ? t(key) : words.title === undefined ? name : localText(words.title, language);
}

/** A value of a field in words where the kind has some for it; otherwise the value. */
export function valueFor(value: unknown, words: FieldWords, language: Language): unknown {
  const choice = typeof value === 'string' && Object.hasOwn(words.choices, value) ? words.choices[value] : undefined;
  return choice === undefined ? value : localText(choice, language);
}
