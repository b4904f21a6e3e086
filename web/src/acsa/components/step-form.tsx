import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AcsaOrder, AcsaStep } from '../../api/types';
import { isProblem } from '../../api/problem';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { Refusals } from '../../ui/refusals';
import { answerOrder } from '../api/answer-order';
import { isComplete, saidFrom, typedFrom, type Typed } from '../model/form';
import { FieldGrid } from './field-grid';
import { LineFields } from './line-fields';
import { OtherCurrency } from './other-currency';

interface Props {
  readonly order: AcsaOrder;
  readonly step: AcsaStep;
  readonly onSaid: () => void;
}

/** What this nation says next, with all that follows from the order filled in. */
export function StepForm({ order, step, onSaid }: Props) {
  const t = useTranslate();
  const client = useQueryClient();
  const agreed = String(order.offer?.['currency'] ?? '');
  const [typed, setTyped] = useState(() => typedFrom(step.fields, {}, agreed));
  const currency = typed['currency'] || agreed;
  const [lines, setLines] = useState<readonly Typed[]>(() =>
    step.lines.map((line) => typedFrom(step.lineFields, line, agreed)),
  );
  const say = useMutation({
    mutationFn: () =>
      answerOrder(order.id, step.act, {
        ...saidFrom(step.fields, typed, currency),
        ...(step.lineFields.length > 0 && {
          lines: lines.map((line) => saidFrom(step.lineFields, line, currency)),
        }),
      }),
    onSuccess: (now) => {
      client.setQueryData(['acsa', 'order', order.id], now);
      void client.invalidateQueries({ queryKey: ['acsa', 'orders'] });
      onSaid();
    },
  });
  const errors = isProblem(say.error) ? say.error.fieldErrors : [];
  const complete =
    isComplete(step.fields, typed) && lines.every((line) => isComplete(step.lineFields, line)) && !say.isPending;
  return (
    <form
      className="acsa-form"
      data-act={step.act}
      onSubmit={(event) => {
        event.preventDefault();
        say.mutate();
      }}
    >
      <FieldGrid fields={step.fields} typed={typed} errors={errors} onChange={setTyped} />
      {step.act === 'pay' && <OtherCurrency typed={typed} agreed={agreed} onChange={setTyped} />}
      {step.lineFields.length > 0 && (
        <LineFields
          fields={step.lineFields}
          lines={lines}
          errors={errors}
          items={Object.fromEntries(order.lines.map(({ line, item }) => [String(line), item]))}
          onChange={setLines}
        />
      )}
      <Refusals error={say.error} />
      <div className="buttons">
        <button type="submit" className="button" disabled={!complete}>
          {t('acsa.say', { act: t(`acsa.act.${step.act}` as TextKey) })}
        </button>
      </div>
    </form>
  );
}
