import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { isProblem } from '../../api/problem';
import type { PolicyRule, ReleasePolicies, ReleasePolicyDraft, ReleasePolicyVersion } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { DateInput } from '../../ui/date-input';
import { Failure } from '../../ui/failure';
import { checkReleasePolicy } from '../api/check-release-policy';
import { proposeReleasePolicy } from '../api/propose-release-policy';
import {
  draftFrom,
  draftRead,
  emptyRule,
  fromTemplate,
  moveRule,
  ruleMistake,
  TEMPLATE_NAMES,
} from '../model/policy-draft';
import { PolicyEffectTable } from './policy-effect';
import { PolicyYaml } from './policy-yaml';
import { RuleEditor } from './rule-editor';

interface Props {
  readonly current: ReleasePolicyVersion;
  /** Whether a proposal has to be decided on first. */
  readonly waits: boolean;
  readonly onProposed: (all: ReleasePolicies) => void;
  readonly onCancel: () => void;
}

/** A rule keeps its place on the screen while its name is typed. */
interface Keyed {
  readonly key: number;
  readonly rule: PolicyRule;
}

const today = () => new Date().toISOString().slice(0, 10);

let keys = 0;
const keyed = (rule: PolicyRule): Keyed => ({ key: (keys += 1), rule });

/** A policy in place of the one in force, as a form. What it would change is seen before it is proposed. */
export function PolicyEditor({ current, waits, onProposed, onCancel }: Props) {
  const t = useTranslate();
  const id = useId();
  const [head, setHead] = useState(() => draftFrom(current, today()));
  const [list, setList] = useState<readonly Keyed[]>(() => head.rules.map(keyed));
  const rules = list.map(({ rule }) => rule);
  const draft: ReleasePolicyDraft = { ...head, rules };
  const content = JSON.stringify([head.from, head.many, head.manyHours, rules]);
  const check = useMutation({
    mutationFn: async () => ({ content, effect: await checkReleasePolicy({ ...draft, reason: undefined }) }),
  });
  const propose = useMutation({
    mutationFn: () => proposeReleasePolicy({ ...draft, reason: head.reason?.trim() ?? '' }),
    onSuccess: onProposed,
  });
  const checked = check.data?.content === content;
  const sound =
    rules.every((rule) => ruleMistake(rule, rules) === null) &&
    head.from !== '' &&
    head.many >= 1 &&
    head.manyHours >= 1;
  const reasoned = (head.reason?.trim() ?? '') !== '';
  const error = propose.error ?? check.error;
  const mistakes = isProblem(error) ? error.fieldErrors : [];
  const mistakeAt = (at: string) => mistakes.find((one) => one.at === at)?.message;
  const add = (rule: PolicyRule) => setList([...list, keyed(rule)]);
  const move = (index: number, by: 1 | -1) => {
    const order = moveRule(rules, index, by);
    setList(order.map((rule) => list.find((one) => one.rule === rule) ?? keyed(rule)));
  };
  return (
    <form className="policy-part policy-editor" onSubmit={(event) => event.preventDefault()}>
      <h3>{t('policy.draft')}</h3>
      {waits && (
        <p className="notice" data-tone="caution">
          {t('policy.waits')}
        </p>
      )}
      <PolicyYaml
        onRead={(read) => {
          const draftOfYaml = draftRead(read, today(), head.reason ?? '');
          setHead(draftOfYaml);
          setList(draftOfYaml.rules.map(keyed));
        }}
      />
      <div className="policy-head">
        <label htmlFor={`${id}-from`}>{t('policy.day')}</label>
        <DateInput id={`${id}-from`} value={head.from} onChange={(from) => setHead({ ...head, from })} />
        {mistakeAt('/from') && <span className="field-error">{mistakeAt('/from')}</span>}
        <span className="policy-pair">
          <label htmlFor={`${id}-many`}>{t('policy.many')}</label>
          <input
            id={`${id}-many`}
            name="many"
            type="number"
            min={1}
            value={head.many}
            onChange={({ target }) => setHead({ ...head, many: Math.trunc(Number(target.value)) })}
          />
        </span>
        <span className="policy-pair">
          <label htmlFor={`${id}-many-hours`}>{t('policy.manyHours')}</label>
          <input
            id={`${id}-many-hours`}
            name="manyHours"
            type="number"
            min={1}
            max={720}
            value={head.manyHours}
            aria-describedby={`${id}-many-hint`}
            onChange={({ target }) => setHead({ ...head, manyHours: Math.trunc(Number(target.value)) })}
          />
        </span>
        <small id={`${id}-many-hint`}>{t('policy.manyHint')}</small>
      </div>
      {rules.length === 0 && <p className="quiet-text">{t('policy.noRules')}</p>}
      <ol className="rule-editors">
        {list.map(({ key, rule }, index) => (
          <RuleEditor
            key={key}
            rule={rule}
            many={head}
            mistake={ruleMistake(rule, rules)}
            refusals={mistakes.filter(({ at }) => at.startsWith(`/rules/${index}/`) || at === `/rules/${index}`)}
            onChange={(changed) => setList(list.map((one) => (one.key === key ? { key, rule: changed } : one)))}
            onMove={(by) => move(index, by)}
            onRemove={() => setList(list.filter((one) => one.key !== key))}
          />
        ))}
      </ol>
      <div className="buttons" role="group" aria-label={t('policy.templates')}>
        <span className="form-name">{t('policy.templates')}</span>
        {TEMPLATE_NAMES.map((name) => (
          <button
            key={name}
            type="button"
            className="button small"
            data-template={name}
            onClick={() => add(fromTemplate(name, rules))}
          >
            {t(`policy.template.${name}`)}
          </button>
        ))}
        <button type="button" className="button small" onClick={() => add(emptyRule(rules))}>
          {t('policy.template.empty')}
        </button>
      </div>
      <label className="form-row">
        <span className="form-name">{t('policy.whyDraft')}</span>
        <textarea
          name="reason"
          rows={2}
          maxLength={500}
          value={head.reason ?? ''}
          onChange={({ target }) => setHead({ ...head, reason: target.value })}
        />
      </label>
      {check.data && (
        <div data-stale={!checked} className="checked">
          <PolicyEffectTable effect={check.data.effect} />
        </div>
      )}
      {error && <Failure error={error} />}
      {mistakes
        .filter(({ at }) => !at.startsWith('/rules/') && at !== '/from')
        .map(({ at, message }) => (
          <p key={at + message} className="field-error">
            {message}
          </p>
        ))}
      <div className="buttons">
        <button type="button" className="button" disabled={!sound || check.isPending} onClick={() => check.mutate()}>
          {t('policy.check')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={!sound || !checked || !reasoned || waits || propose.isPending}
          onClick={() => propose.mutate()}
        >
          {t('policy.propose')}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {t('common.cancel')}
        </button>
        <small>{t(checked ? (reasoned ? 'policy.limits' : 'policy.needsReason') : 'policy.needsCheck')}</small>
      </div>
    </form>
  );
}
