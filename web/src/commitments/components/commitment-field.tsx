import type { CaseField } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { FieldInput } from '../../statements/components/field-input';
import type { FieldSlot } from '../../statements/components/say-form';
import { RecordChoice } from '../../search/components/record-choice';
import { useBodyNames, useCommitments } from './use-commitments';

/** One field of a statement on a commitment. */
export function CommitmentField({ field, typed, value, mistake, onChange }: FieldSlot) {
  const t = useTranslate();
  const { bodies } = useBodyNames();
  const name = t(`commitments.field.${field.name}` as TextKey);
  if (field.name === 'record') {
    return <RecordChoice name={name} value={value} mistake={mistake} onChange={onChange} />;
  }
  return (
    <FieldInput
      field={asked(field, typed['state'])}
      name={name}
      value={value}
      mistake={mistake}
      bodies={bodies}
      nameOfChoice={(choice) => t(`commitments.state.${choice}` as TextKey)}
      onChange={onChange}
    >
      {field.name === 'by' && <Successor name={name} value={value} onChange={onChange} />}
    </FieldInput>
  );
}

/** One of the commitments that are held here. */
function Successor({ name, value, onChange }: { name: string } & Pick<FieldSlot, 'value' | 'onChange'>) {
  const language = useLanguage();
  const rows = useCommitments().data?.commitments ?? [];
  return (
    <select name="by" aria-label={name} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">–</option>
      {rows.map((row) => (
        <option key={row.id} value={row.id}>
          {row.title[language]} ({row.held})
        </option>
      ))}
    </select>
  );
}

/** What a state cannot do without is marked, though other states do not have it. */
function asked(field: CaseField, state: string | undefined): CaseField {
  const needed = state !== undefined && (field.name === 'measured' || field.name === 'by');
  return needed ? { ...field, required: true } : field;
}
