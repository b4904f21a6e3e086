import { useLanguage } from '../../i18n/language';
import { useCaseOptions } from './use-bodies';

interface Props {
  readonly name: string;
  readonly value: string;
  /** The one that all have assented to; nothing while somebody proposes one. */
  readonly proposed: unknown;
  /** Those of the case. */
  readonly nations: readonly string[];
  readonly onChange: (value: string) => void;
}

/** Which further nation joins a case: one that it does not have yet. */
export function PartyInput({ name, value, proposed, nations, onChange }: Props) {
  const language = useLanguage();
  const others = (useCaseOptions().data?.nations ?? []).filter(({ code }) =>
    typeof proposed === 'string' ? code === proposed : !nations.includes(code),
  );
  return (
    <select name="party" aria-label={name} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">–</option>
      {others.map((one) => (
        <option key={one.code} value={one.code}>
          {one.code} {one.name[language]}
        </option>
      ))}
    </select>
  );
}
