import type { CaseBody, CaseField } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { FieldInput } from '../../statements/components/field-input';
import { DueInput } from './due-input';
import { MentionText } from './mention-text';
import { PartyInput } from './party-input';
import { useBodies } from './use-bodies';

interface Props {
  readonly field: CaseField;
  readonly value: string;
  readonly mistake?: string | undefined;
  /** Whose working hours a deadline is counted in. */
  readonly body: string;
  /** Where it may go; all bodies when nothing is said. */
  readonly reachable?: readonly CaseBody[] | undefined;
  /** Who is told. */
  readonly nations: readonly string[];
  readonly onChange: (value: string) => void;
}

/** One field of a statement in a case; a time can be counted in working hours. */
export function CaseFieldInput({ field, value, mistake, body, reachable, nations, onChange }: Props) {
  const t = useTranslate();
  const { bodies } = useBodies();
  const name = t(`cases.field.${field.name}` as TextKey);
  const control = () => {
    if (field.name === 'text') {
      return <MentionText name={field.name} word={name} value={value} nations={nations} onChange={onChange} />;
    }
    if (field.type === 'party') {
      return <PartyInput name={name} value={value} proposed={field.value} nations={nations} onChange={onChange} />;
    }
    return (
      field.type === 'time' && (
        <DueInput name={field.name} word={name} value={value} body={body} nations={nations} onChange={onChange} />
      )
    );
  };
  return (
    <FieldInput
      field={field}
      name={name}
      value={value}
      mistake={mistake}
      bodies={field.name === 'body' ? (reachable ?? bodies) : bodies}
      nameOfChoice={(choice) => t(`cases.${field.name === 'phase' ? 'phase' : 'choice'}.${choice}` as TextKey)}
      onChange={onChange}
    >
      {control()}
    </FieldInput>
  );
}
