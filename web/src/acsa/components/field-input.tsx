import type { AcsaField } from '../../api/types';
import { isTextKey, useTranslate, type TextKey, type Translate } from '../../i18n/translate';
import { DateInput } from '../../ui/date-input';

interface Props {
  readonly field: AcsaField;
  readonly value: string;
  readonly mistake?: string | undefined;
  readonly bare?: boolean;
  readonly onChange: (value: string) => void;
}

/** One field of a statement, required ones marked. */
export function FieldInput({ field, value, mistake, bare = false, onChange }: Props) {
  const t = useTranslate();
  const name = t(`acsa.field.${field.name}` as TextKey);
  const input = <Control field={field} name={name} value={value} onChange={onChange} />;
  return (
    <label className="form-row" data-field={field.name}>
      {!bare && (
        <span className="form-name">
          {name}
          {field.required && <em className="acsa-required">{t('acsa.required')}</em>}
        </span>
      )}
      {input}
      {mistake && <span className="field-error">{mistake}</span>}
    </label>
  );
}

/** Nations stand for themselves. */
function choiceName(choice: string, t: Translate): string {
  const key = `acsa.choice.${choice}`;
  return isTextKey(key) ? t(key) : choice;
}

function Control({ field, name, value, onChange }: Omit<Props, 'mistake' | 'bare'> & { readonly name: string }) {
  const t = useTranslate();
  switch (field.type) {
    case 'choice':
      return (
        <select name={field.name} aria-label={name} value={value} onChange={({ target }) => onChange(target.value)}>
          {!field.choices.includes(value) && <option value="">–</option>}
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choiceName(choice, t)}
            </option>
          ))}
        </select>
      );
    case 'date':
      return <DateInput value={value} onChange={onChange} />;
    case 'yes':
      return (
        <input
          type="checkbox"
          name={field.name}
          aria-label={name}
          checked={value === 'yes'}
          onChange={({ target }) => onChange(target.checked ? 'yes' : '')}
        />
      );
    case 'documents':
      return (
        <textarea
          name={field.name}
          aria-label={name}
          rows={2}
          placeholder={t('acsa.documentsHint')}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'hash':
      return <code className="mono">{value.slice(0, 16)}…</code>;
    default:
      return (
        <input
          name={field.name}
          aria-label={name}
          className={field.type === 'text' ? undefined : 'mono'}
          inputMode={['number', 'quantity'].includes(field.type) ? 'numeric' : undefined}
          placeholder={field.type === 'zone' ? 'Asia/Tokyo' : field.type === 'currency' ? 'JPY' : undefined}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      );
  }
}
