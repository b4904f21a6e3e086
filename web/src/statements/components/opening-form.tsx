import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { CaseField } from '../../api/types';
import { isProblem } from '../../api/problem';
import { useTranslate } from '../../i18n/translate';
import { Refusals } from '../../ui/refusals';
import { isComplete, labelOf, saidFrom, typedFrom, type Saying, type Typed } from '../model/form';
import { Addressees } from './addressees';
import type { FieldSlot } from './say-form';

/** Who will be told, and what their labels have in common. */
export interface Drafted {
  readonly to: readonly string[];
  readonly classification: string;
  readonly purposes: readonly string[];
  readonly exercise: boolean;
}

interface Props<Made> {
  readonly own: string;
  /** Those that can be told. */
  readonly nations: readonly string[];
  readonly fields: readonly CaseField[];
  readonly precedence: string;
  /** What another desk has filled in. */
  readonly typed?: Typed;
  readonly to?: readonly string[];
  readonly exercise?: boolean;
  /** Whether it can be kept from everybody else. */
  readonly alone?: boolean;
  readonly hint: string;
  readonly button: string;
  readonly renderField: (slot: FieldSlot) => ReactNode;
  /** What follows from what is typed. */
  readonly extra?: (typed: Typed) => ReactNode;
  /** What goes with it. */
  readonly enclosed?: (drafted: Drafted) => ReactNode;
  /** While something that goes with it is not there yet. */
  readonly blocked?: boolean;
  readonly send: (saying: Saying, drafted: Drafted) => Promise<Made>;
  readonly onMade: (made: Made) => void;
}

/** Begins something with other nations; all of them are told. */
export function OpeningForm<Made>({ own, fields, renderField, ...props }: Props<Made>) {
  const t = useTranslate();
  const [typed, setTyped] = useState<Typed>(() => ({ ...typedFrom(fields), ...props.typed }));
  const [to, setTo] = useState<readonly string[]>(props.to ?? [own]);
  const [classification, setClassification] = useState('UNCLASSIFIED');
  const [precedence, setPrecedence] = useState(props.precedence);
  const [purpose, setPurpose] = useState('');
  const [exercise, setExercise] = useState(props.exercise ?? false);
  const purposes = purpose.trim() === '' ? [] : [purpose.trim()];
  const drafted = { to, classification, purposes, exercise };
  const label = labelOf(classification, to, purposes, exercise);
  const open = useMutation({
    mutationFn: () => props.send({ to, label, precedence, fields: saidFrom(fields, typed) }, drafted),
    onSuccess: props.onMade,
  });
  const errors = isProblem(open.error) ? open.error.fieldErrors : [];
  return (
    <form
      className="case-form"
      onSubmit={(event) => {
        event.preventDefault();
        open.mutate();
      }}
    >
      {fields.map((field) =>
        renderField({
          field,
          value: typed[field.name] ?? '',
          mistake: errors.find((error) => error.at === `/fields/${field.name}`)?.message,
          typed,
          to,
          onChange: (value) => setTyped({ ...typed, [field.name]: value }),
        }),
      )}
      {props.extra?.(typed)}
      <Addressees
        own={own}
        nations={[own, ...props.nations]}
        everybody={false}
        to={to}
        classification={classification}
        precedence={precedence}
        label={label}
        onTo={setTo}
        onClassification={setClassification}
        onPrecedence={setPrecedence}
      />
      <p className="quiet-text">{props.hint}</p>
      <div className="limit-row">
        <label className="form-row">
          <span className="form-name">{t('cases.purpose')}</span>
          <input
            name="purpose"
            className="mono"
            placeholder="DISASTER-RELIEF"
            value={purpose}
            onChange={({ target }) => setPurpose(target.value.toUpperCase())}
          />
        </label>
        <label className="case-check">
          <input
            type="checkbox"
            name="exercise"
            checked={exercise}
            onChange={({ target }) => setExercise(target.checked)}
          />
          <span>EXERCISE</span>
        </label>
      </div>
      {props.enclosed?.(drafted)}
      <Refusals error={open.error} fields={fields.map(({ name }) => name)} />
      <div className="buttons">
        <button
          type="submit"
          className="button"
          disabled={
            !isComplete(fields, typed) || to.length < (props.alone ? 1 : 2) || open.isPending || props.blocked === true
          }
        >
          {props.button}
        </button>
      </div>
    </form>
  );
}
