import { useState } from 'react';
import { useTranslate } from '../i18n/translate';

interface Props {
  readonly id?: string;
  readonly value: string;
  /** Called with a whole date, or with nothing when the field is emptied. */
  readonly onChange: (date: string) => void;
}

/** A date as ISO 8601 writes it. The browser's own field follows its own language, not the one chosen here. */
export function DateInput({ id, value, onChange }: Props) {
  const t = useTranslate();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  const whole = /^\d{4}-\d\d-\d\d$/.test(shown) && !Number.isNaN(Date.parse(shown));
  const wrong = shown !== '' && !whole && typed !== null;
  return (
    <>
      <input
        id={id}
        className="mono date-input"
        inputMode="numeric"
        placeholder="YYYY-MM-DD"
        maxLength={10}
        value={shown}
        aria-invalid={wrong && shown.length >= 10}
        onChange={({ target }) => {
          setTyped(target.value);
          if (
            target.value === '' ||
            (/^\d{4}-\d\d-\d\d$/.test(target.value) && !Number.isNaN(Date.parse(target.value)))
          ) {
            onChange(target.value);
          }
        }}
        onBlur={() => setTyped(wrong ? typed : null)}
      />
      {wrong && shown.length >= 10 && <span className="field-error">{t('form.notDate')}</span>}
    </>
  );
}
