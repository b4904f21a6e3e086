import type { ReactNode } from 'react';
import type { AcsaField, FieldError } from '../../api/types';
import type { Typed } from '../model/form';
import { FieldInput } from './field-input';

interface Props {
  readonly fields: readonly AcsaField[];
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** Where the node names a mistake in a field. */
  readonly at?: string;
  readonly onChange: (typed: Typed) => void;
  readonly children?: ReactNode;
}

/** The fields of a form side by side, each with what is wrong with it. */
export function FieldGrid({ fields, typed, errors, at = '/fields/', onChange, children }: Props) {
  return (
    <div className="limit-row">
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={typed[field.name] ?? ''}
          mistake={errors.find((error) => error.at === at + field.name)?.message}
          onChange={(value) => onChange({ ...typed, [field.name]: value })}
        />
      ))}
      {children}
    </div>
  );
}
