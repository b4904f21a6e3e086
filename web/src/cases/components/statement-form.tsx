import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CasePage, CaseStep } from '../../api/types';
import { isProblem } from '../../api/problem';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { prefill } from '../../navigation/prefill';
import { parseLabel } from '../../release/model/label';
import { Refusals } from '../../ui/refusals';
import { sayInCase } from '../api/say-in-case';
import { isComplete, isTyped, labelOf, saidFrom, typedFrom } from '../model/form';
import { Addressees } from './addressees';
import { CaseFieldInput } from './case-field';

interface Props {
  readonly whole: CasePage;
  readonly step: CaseStep;
  readonly onEnd: () => void;
}

/** What this nation says next, to whom it chooses. */
export function StatementForm({ whole, step, onEnd }: Props) {
  const t = useTranslate();
  const client = useQueryClient();
  const answered = whole.statements.find((one) => one.record === step.on);
  const [typed, setTyped] = useState(() => ({ ...typedFrom(step.fields), ...filledFor(step) }));
  useEffect(() => () => prefill.set(null), []);
  const [to, setTo] = useState<readonly string[]>(() => firstTo(whole, step));
  const [classification, setClassification] = useState<string>(
    () => parseLabel(answered?.label ?? whole.statements[0]?.label ?? '')?.classification ?? 'UNCLASSIFIED',
  );
  const [precedence, setPrecedence] = useState('ROUTINE');
  const label = labelOf(classification, to, whole.purposes, whole.exercise);
  const fields = step.fields.filter(isTyped);
  const say = useMutation({
    mutationFn: () => sayInCase(whole.id, step.act, { to, label, precedence, fields: saidFrom(step.fields, typed) }),
    onSuccess: (now) => {
      client.setQueryData(['cases', 'case', whole.id], now);
      void client.invalidateQueries({ queryKey: ['cases', 'list'] });
      void client.invalidateQueries({ queryKey: ['cases', 'inbox'] });
      onEnd();
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
      <h4>
        {t(`cases.act.${step.act}` as TextKey)}
        {answered && (
          <small className="quiet-text">
            {' '}
            {t('cases.answers', {
              what: `${answered.party} ${t(`cases.act.${answered.act}` as TextKey)}`,
              text: String(answered.fields['text'] ?? '').slice(0, 80),
            })}
          </small>
        )}
      </h4>
      {step.act === 'agree' && <p className="notice">{t('cases.agreeHint')}</p>}
      {fields.map((field) => (
        <CaseFieldInput
          key={field.name}
          field={field}
          value={typed[field.name] ?? ''}
          mistake={errors.find((error) => error.at === `/fields/${field.name}`)?.message}
          body={typed['body'] || whole.body}
          nations={to}
          onChange={(value) => setTyped({ ...typed, [field.name]: value })}
        />
      ))}
      <Addressees
        own={whole.own}
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
      <Refusals error={say.error} fields={fields.map(({ name }) => name)} />
      <div className="buttons">
        <button type="submit" className="button" disabled={!isComplete(step.fields, typed) || say.isPending}>
          {t('cases.say')}
        </button>
        <button type="button" className="button quiet" onClick={onEnd}>
          {t('cases.cancel')}
        </button>
      </div>
    </form>
  );
}

/** What another desk has filled in. */
function filledFor(step: CaseStep): Readonly<Record<string, string>> {
  const filled = prefill.get();
  return filled?.act === step.act ? filled.fields : {};
}

/** A decision and a task are kept at home unless somebody shares them; everything else goes to all who may be told. */
function firstTo(whole: CasePage, step: CaseStep): readonly string[] {
  const athome = step.act === 'task' || step.act === 'decision' || step.act === 'handover';
  return athome ? [whole.own] : step.to;
}
