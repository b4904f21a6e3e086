import type { CaseField } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { DueInput } from './due-input';
import { useBodies } from './use-bodies';

interface Props {
  readonly field: CaseField;
  readonly value: string;
  readonly mistake?: string | undefined;
  /** Whose working hours a deadline is counted in. */
  readonly body: string;
  readonly nations: readonly string[];
  readonly onChange: (value: string) => void;
}

/** One field of a statement, required ones marked. */
export function CaseFieldInput(props: Props) {
  const t = useTranslate();
  const { field, mistake } = props;
  const name = t(`cases.field.${field.name}` as TextKey);
  return (
    <label className="form-row" data-field={field.name}>
      <span className="form-name">
        {name}
        {field.required && <em className="case-required">{t('cases.required')}</em>}
      </span>
      <Control {...props} name={name} />
      {mistake && <span className="field-error">{mistake}</span>}
    </label>
  );
}

function Control({ field, value, body, nations, onChange, name }: Props & { readonly name: string }) {
  const t = useTranslate();
  const language = useLanguage();
  const { bodies } = useBodies();
  switch (field.type) {
    case 'choice':
      return (
        <select name={field.name} aria-label={name} value={value} onChange={({ target }) => onChange(target.value)}>
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`cases.${field.name === 'phase' ? 'phase' : 'choice'}.${choice}` as TextKey)}
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
    case 'time':
      return <DueInput name={field.name} word={name} value={value} body={body} nations={nations} onChange={onChange} />;
    default:
      return (
        <input
          name={field.name}
          aria-label={name}
          className={field.type === 'number' ? 'mono' : undefined}
          inputMode={field.type === 'number' ? 'numeric' : undefined}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      );
  }
}
