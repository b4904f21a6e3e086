import type { ReactNode } from 'react';
import type { ReliefBoard } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { FieldInput } from '../../statements/components/field-input';
import type { FieldSlot } from '../../statements/components/say-form';
import { itemWord } from '../model/item-word';

const ITEMS = [
  'water',
  'food',
  'blankets',
  'tents',
  'medicine',
  'fuel',
  'generators',
  'toilets',
  'medical-team',
  'engineers',
  'passenger-transport',
  'other',
];

interface Props extends FieldSlot {
  /** For a plan: what needs and offers there are. */
  readonly board?: ReliefBoard;
}

/** One field of a statement on a move. */
export function MoveField({ board, field, typed, to, value, mistake, onChange }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const name = t(`moves.field.${field.name}` as TextKey);
  const asked = field.name === 'text' && typed['condition'] !== undefined && typed['condition'] !== 'intact';
  const choose = (choices: readonly (readonly [string, ReactNode])[], none: boolean) => (
    <select name={field.name} aria-label={name} value={value} onChange={({ target }) => onChange(target.value)}>
      {(none || value === '') && <option value="">–</option>}
      {choices.map(([code, word]) => (
        <option key={code} value={code}>
          {word}
        </option>
      ))}
    </select>
  );
  const chosen: Readonly<Record<string, () => ReactNode>> = {
    item: () =>
      choose(
        ITEMS.map((one) => [one, itemWord(one, t)]),
        false,
      ),
    receiver: () =>
      choose(
        to.map((one) => [one, one]),
        false,
      ),
    need: () =>
      choose(
        (board?.needs ?? []).map((one) => [one.id, `${one.party} ${one.title[language]}`]),
        true,
      ),
    offer: () =>
      choose(
        (board?.offers ?? []).map((one) => [one.id, `${one.party} ${one.title[language]}`]),
        true,
      ),
  };
  const control = chosen[field.name]?.();
  return (
    <FieldInput
      field={asked ? { ...field, required: true } : field}
      name={field.type === 'time' ? `${name} (UTC)` : name}
      value={value}
      mistake={mistake}
      bodies={[]}
      nameOfChoice={(choice) => t(`moves.${field.name}.${choice}` as TextKey)}
      onChange={onChange}
    >
      {control}
    </FieldInput>
  );
}
