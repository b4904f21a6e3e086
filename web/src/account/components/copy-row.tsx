import { useState } from 'react';
import { useTranslate } from '../../i18n/translate';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

/** A text to be taken elsewhere: selected by a click, copied by the button. */
export function CopyRow({ name, label, text }: Props) {
  const t = useTranslate();
  const [copied, setCopied] = useState(false);
  return (
    <label className="form-row" data-copy={name}>
      <span className="form-name">{label}</span>
      <span className="buttons">
        <input className="mono" name={name} readOnly value={text} onFocus={({ target }) => target.select()} />
        <button
          type="button"
          className="button small"
          onClick={() =>
            void navigator.clipboard.writeText(text).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {copied ? t('calendar.copied') : t('calendar.copy')}
        </button>
      </span>
    </label>
  );
}
