import type { PolicyRule, ReleasePolicyVersion } from '../../api/types';
import type { Translate } from '../../i18n/translate';

/** More records than these are many: together, or by one author to one party within these hours. */
export type Many = Pick<ReleasePolicyVersion, 'many' | 'manyHours'>;

/** What a sentence about rules needs to know beside the rule. */
export interface Spoken {
  readonly t: Translate;
  readonly many: Many;
  readonly kindName: (kind: string) => string;
}

/** A rule as a person would say it, in the language of `t`. */
export function ruleSentence(rule: PolicyRule, { t, many, kindName }: Spoken): string {
  const parties = rule.parties.length === 0 ? t('policy.toAll') : t('policy.to', { parties: listed(rule.parties, t) });
  const kinds =
    rule.kinds.length === 0
      ? ''
      : t('policy.ofKinds', {
          kinds: listed(
            rule.kinds.map((kind) => t('policy.quoted', { text: kindName(kind) })),
            t,
          ),
        });
  const level = rule.atLeast ? t('policy.atLeast', { level: rule.atLeast.replaceAll('_', ' ') }) : '';
  const cause = t(`policy.what.${rule.cause}`, { n: many.many, hours: many.manyHours });
  const act =
    rule.act === 'withhold'
      ? t('policy.isWithheld')
      : rule.persons === 1
        ? t('policy.isAsked', { hours: rule.hours })
        : t('policy.isAskedTwo', { hours: rule.hours });
  return t('policy.sentence', { cause, kinds, level, parties, act });
}

function listed(names: readonly string[], t: Translate): string {
  const before = names.slice(0, -1).join(t('policy.comma'));
  const last = names.at(-1) ?? '';
  return before === '' ? last : t('policy.or', { before, last });
}
