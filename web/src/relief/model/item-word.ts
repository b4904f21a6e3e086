import { isTextKey, type Translate } from '../../i18n/translate';

/** What a commodity of the relief board is called; one that is not known here is called as it came. */
export function itemWord(item: string | null, t: Translate): string {
  const key = `relief.item.${item ?? 'other'}`;
  return isTextKey(key) ? t(key) : (item ?? '');
}
