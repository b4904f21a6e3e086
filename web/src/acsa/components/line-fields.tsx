import { useState } from 'react';
import type { AcsaField, FieldError } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { NOT_STATED, type Typed } from '../model/form';
import type { SupplyNames } from '../model/supply';
import { FieldInput } from './field-input';
import { StatedQuantity, type Issue } from './stated-quantity';
import { SupplyHint } from './supply-hint';

/** Whoever types one of these counts for himself. */
const COUNTED = ['quantity', 'unit', 'category'];

interface Props {
  readonly fields: readonly AcsaField[];
  readonly lines: readonly Typed[];
  readonly errors: readonly FieldError[];
  /** What each line is, by its number. */
  readonly items: Readonly<Record<string, string>>;
  /** Names of supply classes, where stock numbers are typed. */
  readonly supply?: SupplyNames;
  /** What a line is counted in. */
  readonly issue: (line: Typed) => Issue | undefined;
  readonly onChange: (lines: readonly Typed[]) => void;
}

/** The lines of a statement as a table to type in. */
export function LineFields({ fields, lines, errors, items, supply, issue, onChange }: Props) {
  const t = useTranslate();
  const [brokenDown, setBrokenDown] = useState(false);
  const costs = fields.filter(({ name }) => name.startsWith('cost'));
  const shown = brokenDown || lines.some((line) => costs.some(({ name }) => line[name]));
  const typed = fields.filter((field) => field.name !== 'line' && (shown || !costs.includes(field)));
  const change = (at: number, changed: Typed) =>
    onChange(lines.map((line, place) => (place === at ? { ...line, ...changed } : line)));
  const table = (
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
                  onChange={(value) =>
                    change(at, { [field.name]: value, ...(COUNTED.includes(field.name) && NOT_STATED) })
                  }
                />
                {field.name === 'quantity' && (
                  <StatedQuantity
                    issue={issue(line)}
                    holds={Boolean(line['statedUnit'])}
                    mistakes={errors.filter((error) => error.at.startsWith(`/fields/lines/${at}/stated`))}
                    onStated={(stated) => change(at, stated)}
                  />
                )}
                {supply && field.type === 'nsn' && <SupplyHint nsn={line[field.name] ?? ''} names={supply} />}
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
  return costs.length === 0 ? (
    table
  ) : (
    <>
      {table}
      <label className="form-row check">
        <input
          type="checkbox"
          name="costs"
          checked={shown}
          onChange={({ target }) => {
            setBrokenDown(target.checked);
            if (!target.checked) {
              const empty = Object.fromEntries(costs.map(({ name }) => [name, '']));
              onChange(lines.map((line) => ({ ...line, ...empty })));
            }
          }}
        />
        <span>{t('acsa.costs')}</span>
      </label>
    </>
  );
}
