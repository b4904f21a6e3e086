import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { CaseField, CaseStep } from '../../api/types';
import { isProblem } from '../../api/problem';
import { useTranslate } from '../../i18n/translate';
import { Refusals } from '../../ui/refusals';
import { isComplete, isTyped, labelOf, saidFrom, typedFrom, type Saying, type Typed } from '../model/form';
import { Addressees } from './addressees';

/** One field as a form holds it. */
export interface FieldSlot {
  readonly field: CaseField;
  readonly value: string;
  readonly mistake: string | undefined;
  readonly typed: Typed;
  readonly to: readonly string[];
  readonly onChange: (value: string) => void;
}

interface Props<Answer> {
  readonly own: string;
  readonly step: CaseStep;
  readonly head: ReactNode;
  readonly typed?: Typed;
  readonly to: readonly string[];
  readonly classification: string;
  readonly purposes: readonly string[];
  readonly exercise: boolean;
  readonly renderField: (slot: FieldSlot) => ReactNode;
  /** Whether a field is asked for and sent, by what is typed in the others. */
  readonly isAsked?: (field: CaseField, typed: Typed) => boolean;
  /** What goes with it, by who is told and under which classification. */
  readonly extra?: (to: readonly string[], classification: string) => ReactNode;
  /** While something that goes with it is not there yet. */
  readonly blocked?: boolean;
  readonly send: (saying: Saying) => Promise<Answer>;
  readonly onSaid: (answer: Answer) => void;
  readonly onEnd: () => void;
}

/** What this nation says next, to whom it chooses. What is given at first is kept while it is typed. */
export function SayForm<Answer>({ own, step, head, purposes, exercise, renderField, ...props }: Props<Answer>) {
  const t = useTranslate();
  const [typed, setTyped] = useState<Typed>(() => ({ ...typedFrom(step.fields), ...props.typed }));
  const [to, setTo] = useState<readonly string[]>(props.to);
  const [classification, setClassification] = useState(props.classification);
  const [precedence, setPrecedence] = useState('ROUTINE');
  const label = labelOf(classification, to, purposes, exercise);
  const asked = step.fields.filter((field) => props.isAsked?.(field, typed) ?? true);
  const fields = asked.filter(isTyped);
  const say = useMutation({
    mutationFn: () => props.send({ to, label, precedence, fields: saidFrom(asked, typed) }),
    onSuccess: (answer) => {
      props.onSaid(answer);
      props.onEnd();
    },
  });
  const errors = isProblem(say.error) ? say.error.fieldErrors : [];
  return (
    <form
      className="case-form"
      data-act={step.act}
      onSubmit={(event) => {
        event.preventDefault();
        say.mutate();
      }}
    >
      {head}
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
      <Addressees
        own={own}
        nations={step.to}
        everybody={step.everybody}
        to={to}
        classification={classification}
        precedence={precedence}
        label={label}
        onTo={setTo}
        onClassification={setClassification}
        onPrecedence={setPrecedence}
      />
      {props.extra?.(to, classification)}
      <Refusals error={say.error} fields={fields.map(({ name }) => name)} />
      <div className="buttons">
        <button
          type="submit"
          className="button"
          disabled={!isComplete(asked, typed) || say.isPending || props.blocked === true}
        >
          {t('cases.say')}
        </button>
        <button type="button" className="button quiet" onClick={props.onEnd}>
          {t('cases.cancel')}
        </button>
      </div>
    </form>
  );
}
