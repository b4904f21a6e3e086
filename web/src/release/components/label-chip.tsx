import { useTranslate } from '../../i18n/translate';
import { parseLabel } from '../model/label';

/** A label with the colour of its classification; an unreadable one looks like the highest. */
export function LabelChip({ text }: { text: string }) {
  const t = useTranslate();
  const label = parseLabel(text);
  return (
    <span
      className="label-chip"
      data-classification={label?.classification ?? 'TOP SECRET'}
      title={label ? undefined : t('label.unreadable')}
    >
      {text}
    </span>
  );
}
