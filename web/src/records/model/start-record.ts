import { compose } from '../../navigation/route';
import { emptyDraft } from './draft-state';
import { keepDraft, loadDraft } from './draft-storage';
import type { FieldInput } from './field-input';

/** Opens the form of a kind with what is known already; a draft that somebody left there comes first. */
export function startRecord(
  kind: string,
  values: Readonly<Record<string, string | FieldInput>> = {},
  exercise = false,
): void {
  if (loadDraft(null) === null) {
    const empty = emptyDraft(kind, new Date());
    const inputs = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? { value } : value]),
    );
    keepDraft(null, {
      ...empty,
      label: exercise ? `${empty.label}//EXERCISE` : empty.label,
      inputs: { ...empty.inputs, ...inputs },
    });
  }
  compose();
}
