import type { FieldError as Refusal, Kind } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { PRECEDENCES, type DraftState } from '../model/draft-state';
import { FieldError } from './field-error';

interface Props {
  readonly state: DraftState;
  readonly kinds: readonly Kind[];
  readonly fixedKind: boolean;
  readonly errors: readonly Refusal[];
  readonly onChange: (state: DraftState) => void;
}

/** Kind, precedence and the office that speaks. */
export function ComposeHead({ state, kinds, fixedKind, errors, onChange }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <>
      <div className="two">
        <label className="form-row">
          <span className="form-name">{t('form.kind')}</span>
          <select
            name="kind"
            value={state.kind}
            disabled={fixedKind}
            onChange={(event) => onChange({ ...state, kind: event.target.value })}
          >
            {!kinds.some(({ kind }) => kind === state.kind) && <option value={state.kind}>{state.kind}</option>}
            {kinds.map(({ kind, name }) => (
              <option key={kind} value={kind}>
                {name[language]}
              </option>
            ))}
          </select>
          <FieldError errors={errors} at="/kind" />
        </label>
        <label className="form-row">
          <span className="form-name">{t('precedence.label')}</span>
          <select
            name="precedence"
            value={state.precedence}
            onChange={(event) =>
              onChange({ ...state, precedence: PRECEDENCES.find((one) => one === event.target.value) ?? 'ROUTINE' })
            }
          >
            {PRECEDENCES.map((one) => (
              <option key={one} value={one}>
                {t(`precedence.${one}`)}
              </option>
            ))}
          </select>
          <FieldError errors={errors} at="/precedence" />
        </label>
      </div>
      <label className="form-row">
        <span className="form-name">
          {t('form.author')} <small>{t('form.optional')}</small>
        </span>
        <input
          name="author"
          maxLength={128}
          value={state.author}
          onChange={(event) => onChange({ ...state, author: event.target.value })}
        />
        <FieldError errors={errors} at="/author" />
      </label>
    </>
  );
}
