import { useId, useState } from 'react';
import type { FieldError as Refusal } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import type { DraftState } from '../model/draft-state';
import type { InputProblem } from '../model/field-input';
import { errorsAt, FieldError } from './field-error';

interface Props {
  readonly state: DraftState;
  readonly problem: InputProblem | undefined;
  readonly errors: readonly Refusal[];
  readonly onChange: (state: DraftState) => void;
}

/** When the release ends by itself; in Z like every instant that is entered. */
export function UntilInput({ state, problem, errors, onChange }: Props) {
  const t = useTranslate();
  const id = useId();
  const [touched, setTouched] = useState(false);
  const unread = touched && problem !== undefined;
  const wrong = unread || errorsAt(errors, '/until').length > 0;
  return (
    <div className="form-row" data-field="release-until">
      <label className="form-name" htmlFor={id}>
        {t('form.until')} <small>{t('form.optional')}</small>
      </label>
      <div className="two">
        <input
          id={id}
          name="release-until"
          className="mono"
          inputMode="numeric"
          placeholder="YYYY-MM-DD HH:MM"
          aria-invalid={wrong}
          aria-describedby={`${id}-hint ${id}-wrong`}
          value={state.until ?? ''}
          onBlur={() => setTouched(true)}
          onChange={(event) => onChange({ ...state, until: event.target.value })}
        />
        <div className="buttons">
          <small>{t('form.timeHint')}</small>
        </div>
      </div>
      <small id={`${id}-hint`}>{t('form.untilHint')}</small>
      {unread && (
        <span className="field-error" role="alert" id={`${id}-wrong`}>
          {t(problem)}
        </span>
      )}
      <FieldError errors={errors} at="/until" id={`${id}-refused`} />
    </div>
  );
}
