import type { Kind, LocalText, SharedRecord } from '../../api/types';
import type { Language } from '../../i18n/language';
import { isLocalText, isTextKey, localText, texts, type Translate } from '../../i18n/translate';

export function recordTitle(record: SharedRecord, language: Language, t: Translate): string {
  const title: unknown = (record.body as Record<string, unknown>)['title'];
  const text = isLocalText(title) ? localText(title as LocalText, language) : '';
  if (text !== '') {
    return text;
  }
  return record.state === 'recalled' ? t('record.recalled') : t('record.untitled');
}

export function kindName(kind: string, kinds: readonly Kind[] | undefined, language: Language): string {
  const known = kinds?.find((one) => one.kind === kind);
  // Statements of the desks have no form of their own among the kinds.
  const key = `desk.kind.${kind}`;
  return known ? known.name[language] : isTextKey(key) ? texts[key][language === 'en' ? 0 : 1] : kind;
}

export function shortId(id: string): string {
  return id.slice(0, 13);
}
