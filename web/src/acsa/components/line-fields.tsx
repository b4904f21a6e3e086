import type { AcsaField, FieldError } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import type { Typed } from '../model/form';
import { FieldInput } from './field-input';

interface Props {
  readonly fields: readonly AcsaField[];
  readonly lines: readonly Typed[];
  readonly errors: readonly FieldError[];
  /** What each line is, by its number. */
  readonly items: Readonly<Record<string, string>>;
  readonly onChange: (lines: readonly Typed[]) => void;
}

/** The lines of a statement as a table to type in. */
export function LineFields({ fields, lines, errors, items, onChange }: Props) {
  const t = useTranslate();
  const typed = fields.filter(({ name }) => name !== 'line');
  const change = (at: number, name: string, value: string) =>
    onChange(lines.map((line, place) => (place === at ? { ...line, [name]: value } : line)));
  return (
    <table className="audit-table acsa-lines">
      <thead>
        <tr>
          <th scope="col">{t('acsa.field.line')}</th>
          {typed.map((field) => (
            <th key={field.name} scope="col">
              {t(`acsa.field.${field.name === 'unit' ? 'unitOfIssue' : field.name}` as TextKey)}
              {field.required && <em className="acsa-required">{t('acsa.required')}</em>}
            </th>
          ))}
          <th scope="col" />
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={line.line}>
            <th scope="row">
              {line.line} {items[line.line ?? ''] ?? ''}
            </th>
            {typed.map((field) => (
              <td key={field.name}>
                <FieldInput
                  bare
                  field={field}
                  value={line[field.name] ?? ''}
                  mistake={errors.find((error) => error.at === `/fields/lines/${at}/${field.name}`)?.message}
                  onChange={(value) => change(at, field.name, value)}
                />
              </td>
            ))}
            <td>
              {lines.length > 1 && (
                <button
                  type="button"
                  className="button quiet"
                  onClick={() => onChange(lines.filter((_, place) => place !== at))}
                >
                  {t('acsa.removeLine')}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
