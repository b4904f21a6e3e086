import type { MeetingLink } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { RecordChoice } from '../../search/components/record-choice';
import { FieldInput } from '../../statements/components/field-input';
import type { FieldSlot } from '../../statements/components/say-form';
import { isNeeded } from '../model/asked';
import { useMeetingOptions } from './use-meetings';

/** Zones of capitals and stations that meet often; any other can be typed. */
const ZONES = ['Asia/Tokyo', 'America/New_York', 'Pacific/Honolulu', 'Australia/Sydney', 'Europe/Brussels', 'UTC'];

/** One field of a statement on a meeting. */
export function MeetingField({ field, typed, value, mistake, onChange }: FieldSlot) {
  const t = useTranslate();
  const options = useMeetingOptions().data;
  const name = t(`meetings.field.${field.name}` as TextKey);
  if (field.name === 'record') {
    return <RecordChoice name={name} value={value} mistake={mistake} onChange={onChange} />;
  }
  const link = { name, field: field.name, value, onChange };
  /** Null where the control follows from the type. */
  const control = () => {
    switch (field.name) {
      case 'commitment':
        return <Link {...link} links={options?.commitments ?? []} />;
      case 'follows':
        return <Link {...link} links={options?.meetings ?? []} />;
      case 'zone':
        return <Zone {...link} />;
      case 'starts':
        return <Time {...link} />;
      default:
        return null;
    }
  };
  return (
    <FieldInput
      field={{ ...field, required: isNeeded(field, typed) }}
      name={name}
      value={value}
      mistake={mistake}
      bodies={options?.bodies ?? []}
      nameOfChoice={(choice) => t(`meetings.result.${choice}` as TextKey)}
      onChange={onChange}
    >
      {control()}
    </FieldInput>
  );
}

interface LinkProps {
  readonly name: string;
  readonly field: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Link({ name, field, value, links, onChange }: LinkProps & { links: readonly MeetingLink[] }) {
  const language = useLanguage();
  return (
    <select name={field} aria-label={name} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">–</option>
      {links.map((one) => (
        <option key={one.id} value={one.id}>
          {one.title[language]}
        </option>
      ))}
    </select>
  );
}

/** In UTC. */
function Time({ name, field, value, onChange }: LinkProps) {
  return (
    <input
      name={field}
      aria-label={name}
      className="mono"
      placeholder="2026-12-01 01:00"
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

function Zone({ name, field, value, onChange }: LinkProps) {
  return (
    <>
      <input
        name={field}
        aria-label={name}
        className="mono"
        list="meeting-zones"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <datalist id="meeting-zones">
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
