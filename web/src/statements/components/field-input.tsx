import type { ReactNode } from 'react';
import type { CaseField } from '../../api/types';
import { useLanguage, type Language } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { DateInput } from '../../ui/date-input';

interface Props {
  readonly field: CaseField;
  readonly name: string;
  readonly value: string;
  readonly mistake?: string | undefined;
  readonly bodies: readonly { readonly code: string; readonly name: Readonly<Record<Language, string>> }[];
  readonly nameOfChoice: (choice: string) => string;
  /** For a field whose type has a control of its own. */
  readonly children?: ReactNode;
  readonly onChange: (value: string) => void;
}

/** One field of a statement, required ones marked. */
export function FieldInput(props: Props) {
  const t = useTranslate();
  const { field, name, mistake } = props;
  return (
    <label className="form-row" data-field={field.name}>
      <span className="form-name">
        {name}
        {field.required && <em className="case-required">{t('cases.required')}</em>}
      </span>
      {props.children || <Control {...props} />}
      {mistake && <span className="field-error">{mistake}</span>}
    </label>
  );
}

function Control({ field, name, value, bodies, nameOfChoice, onChange }: Props) {
  const language = useLanguage();
  switch (field.type) {
    case 'choice':
      return (
        <select name={field.name} aria-label={name} value={value} onChange={({ target }) => onChange(target.value)}>
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {nameOfChoice(choice)}
            </option>
          ))}
        </select>
      );
    case 'body':
      return (
        <select name={field.name} aria-label={name} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">–</option>
          {bodies.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name[language]}
            </option>
          ))}
        </select>
      );
    case 'long-text':
      return (
        <textarea
          name={field.name}
          aria-label={name}
          rows={4}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'date':
      return <DateInput value={value} onChange={onChange} />;
    default:
      return (
        <input
          name={field.name}
          aria-label={name}
          className={field.type === 'number' || field.type === 'record' ? 'mono' : undefined}
          inputMode={field.type === 'number' ? 'numeric' : undefined}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      );
  }
}
