import type { PolicyRule } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { useKinds } from '../../records/model/record-queries';
import { kindName } from '../../records/model/record-text';
import type { RuleChange } from '../model/policy-draft';
import { ruleSentence, type Many } from '../model/rule-sentence';

interface Props {
  /** Each with how it stands to what is in force, null where that is not the question. */
  readonly rules: readonly (readonly [PolicyRule, RuleChange | 'dropped' | null])[];
  readonly many: Many;
}

/** The rules as a person would say them. */
export function RuleSentences({ rules, many }: Props) {
  const t = useTranslate();
  const say = useSentence(many);
  if (rules.length === 0) {
    return <p>{t('policy.noRules')}</p>;
  }
  return (
    <ol className="rule-sentences">
      {rules.map(([rule, change]) => (
        <li key={rule.id} data-rule={rule.id} data-change={change ?? undefined}>
          <code>{rule.id}</code>
          {change && <span className="rule-change">{t(`policy.change.${change}`)}</span>}
          <span>{say(rule)}</span>
        </li>
      ))}
    </ol>
  );
}

export function useSentence(many: Many): (rule: PolicyRule) => string {
  const t = useTranslate();
  const language = useLanguage();
  const kinds = useKinds().data ?? [];
  return (rule) => ruleSentence(rule, { t, many, kindName: (kind) => kindName(kind, kinds, language) });
}
