import { useId, useState } from 'react';
import type { FieldError as Refusal } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { portionOf, withPortion, type DraftState } from '../model/draft-state';
import type { FieldInput, InputProblem } from '../model/field-input';
import type { FieldSpec } from '../model/field-schema';
import { escapePointer } from '../model/portions';
import { wordFor } from '../model/kind-words';
import { errorsAt, FieldError } from './field-error';
import { FieldInputs } from './field-inputs';
import { PortionEditor } from './portion-editor';

interface Props {
  readonly spec: FieldSpec;
  readonly state: DraftState;
  readonly problem: InputProblem | undefined;
  readonly errors: readonly Refusal[];
  readonly onChange: (state: DraftState) => void;
}

/** One field of the body: its inputs, its own label when it has one, and what is wrong with it. */
export function FieldEditor({ spec, state, problem, errors, onChange }: Props) {
  const t = useTranslate();
  const id = useId();
  const [touched, setTouched] = useState(false);
  const at = `/body/${escapePointer(spec.name)}`;
  const portion = portionOf(state, spec.name);
  const portionIndex = state.portions.findIndex((one) => one === portion);
  const mine = errorsAt(errors, at);
  const setInput = (input: FieldInput) => onChange({ ...state, inputs: { ...state.inputs, [spec.name]: input } });
  const name = wordFor(spec.name, spec.words, useLanguage(), t);
  return (
    <div
      className="form-row"
      role="group"
      aria-labelledby={`${id}-name`}
      data-field={spec.name}
      onBlur={() => setTouched(true)}
    >
      <span className="form-name" id={`${id}-name`}>
        {name} {!spec.required && <small>{t('form.optional')}</small>}
        {spec.type === 'json' && <small>{t('form.jsonField')}</small>}
        <button
          type="button"
          className="link"
          aria-pressed={portion !== undefined}
          onClick={() =>
            onChange(withPortion(state, spec.name, portion ? null : { label: state.label, otherwise: 'remove' }))
          }
        >
          {portion ? t('form.removePortion') : t('form.portion')}
        </button>
      </span>
      <FieldInputs
        spec={spec}
        label={name}
        input={state.inputs[spec.name] ?? {}}
        invalid={mine.length > 0 || (touched && problem !== undefined)}
        describedBy={`${id}-error`}
        onChange={setInput}
      />
      {touched && problem && <span className="field-error">{t(problem)}</span>}
      <FieldError errors={errors} at={at} id={`${id}-error`} />
      {portion && (
        <>
          <PortionEditor
            field={name}
            type={spec.type}
            portion={portion}
            onChange={(next) => onChange(withPortion(state, spec.name, next))}
          />
          <FieldError errors={errors} at={`/portions/${portionIndex}`} />
        </>
      )}
    </div>
  );
}
