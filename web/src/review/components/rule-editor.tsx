import type { FieldError, PolicyRule } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { useParties } from '../../parties/list-parties-query';
import { useKinds } from '../../records/model/record-queries';
import { changeRule } from '../model/policy-draft';
import type { Many } from '../model/rule-sentence';
import { useSentence } from './rule-sentences';

const CAUSES: readonly PolicyRule['cause'][] = ['always', 'first-of-kind', 'downgrade', 'exercise-mix', 'many'];
const LEVELS = ['RESTRICTED', 'CONFIDENTIAL', 'SECRET', 'TOP_SECRET'] as const;

interface Props {
  readonly rule: PolicyRule;
  readonly many: Many;
  readonly mistake: TextKey | null;
  readonly refusals: readonly FieldError[];
  readonly onChange: (rule: PolicyRule) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** One rule as fields, with the sentence it makes above them. */
export function RuleEditor({ rule, many, mistake, refusals, onChange, onMove, onRemove }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const say = useSentence(many);
  const parties = (useParties().data ?? []).filter(({ self }) => !self);
  const kinds = useKinds().data ?? [];
  const change = (part: Partial<PolicyRule>) => onChange(changeRule(rule, part));
  const asks = rule.act === 'review';
  return (
    <li className="rule-editor" data-rule={rule.id}>
      <p className="rule-said">{say(rule)}</p>
      <div className="rule-fields">
        <label className="form-row">
          <span className="form-name">{t('policy.name')}</span>
          <input
            name="id"
            className="mono"
            maxLength={40}
            autoComplete="off"
            aria-invalid={mistake !== null}
            value={rule.id}
            onChange={({ target }) => change({ id: target.value })}
          />
        </label>
        <label className="form-row">
          <span className="form-name">{t('policy.act')}</span>
          <select
            name="act"
            value={rule.act}
            onChange={({ target }) => change({ act: target.value === 'withhold' ? 'withhold' : 'review' })}
          >
            <option value="review">{t('policy.act.review')}</option>
            <option value="withhold">{t('policy.act.withhold')}</option>
          </select>
        </label>
        {asks && (
          <label className="form-row">
            <span className="form-name">{t('policy.cause')}</span>
            <select
              name="cause"
              value={rule.cause}
              onChange={({ target }) => change({ cause: CAUSES.find((one) => one === target.value) ?? 'always' })}
            >
              {CAUSES.map((cause) => (
                <option key={cause} value={cause}>
                  {t(`policy.cause.${cause}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="form-row">
          <span className="form-name">{t('policy.level')}</span>
          <select
            name="atLeast"
            value={rule.atLeast ?? ''}
            onChange={({ target }) => change({ atLeast: target.value === '' ? null : target.value })}
          >
            <option value="">{t('policy.anyLevel')}</option>
            {LEVELS.map((level) => (
              <option key={level} value={level}>
                {level.replace('_', ' ')}
              </option>
            ))}
          </select>
        </label>
        {asks && (
          <>
            <label className="form-row">
              <span className="form-name">{t('policy.persons')}</span>
              <select
                name="persons"
                value={rule.persons}
                onChange={({ target }) => change({ persons: Number(target.value) })}
              >
                <option value={1}>1</option>
                <option value={2}>2</option>
              </select>
            </label>
            <label className="form-row">
              <span className="form-name">{t('policy.hours')}</span>
              <input
                name="hours"
                type="number"
                min={1}
                max={720}
                value={rule.hours}
                onChange={({ target }) => change({ hours: Math.trunc(Number(target.value)) })}
              />
            </label>
          </>
        )}
      </div>
      <Choices
        name="policy.parties"
        all={parties.map(({ code }) => [code, code] as const)}
        chosen={rule.parties}
        onChange={(chosen) => change({ parties: chosen })}
      />
      <Choices
        name="policy.kinds"
        all={kinds.map(({ kind, name }) => [kind, name[language]] as const)}
        chosen={rule.kinds}
        onChange={(chosen) => change({ kinds: chosen })}
      />
      {mistake && <span className="field-error">{t(mistake)}</span>}
      {refusals.map(({ at, message }) => (
        <span key={at + message} className="field-error">
          {message}
        </span>
      ))}
      <div className="buttons">
        <button type="button" className="button small quiet" onClick={() => onMove(-1)}>
          <span aria-hidden="true">↑</span>
          <span className="hidden-text">{t('policy.up', { rule: rule.id })}</span>
        </button>
        <button type="button" className="button small quiet" onClick={() => onMove(1)}>
          <span aria-hidden="true">↓</span>
          <span className="hidden-text">{t('policy.down', { rule: rule.id })}</span>
        </button>
        <button type="button" className="button small quiet" onClick={onRemove}>
          {t('policy.remove', { rule: rule.id })}
        </button>
      </div>
    </li>
  );
}

interface ChoicesProps {
  readonly name: 'policy.parties' | 'policy.kinds';
  readonly all: readonly (readonly [code: string, name: string])[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** What the node does not know any more stays in the rule until somebody takes it out. */
function Choices({ name, all, chosen, onChange }: ChoicesProps) {
  const t = useTranslate();
  const unknown = chosen.filter((code) => !all.some(([one]) => one === code));
  return (
    <fieldset className="choices">
      <legend>{t(name)}</legend>
      {[...all, ...unknown.map((code) => [code, code] as const)].map(([code, words]) => (
        <label key={code}>
          <input
            type="checkbox"
            value={code}
            checked={chosen.includes(code)}
            onChange={() => onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
