import type { ReleasePolicyVersion } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { RuleSentences } from './rule-sentences';

/** Every version, the newest first, with who said what. */
export function PolicyHistory({ history }: { history: readonly ReleasePolicyVersion[] }) {
  const t = useTranslate();
  return (
    <section className="policy-part">
      <h3>{t('policy.history')}</h3>
      <ul className="policy-history">
        {history.map((one) => (
          <li key={one.version} data-version={one.version} data-state={one.state}>
            <details>
              <summary>
                <strong>{t('policy.version', { n: one.version })}</strong>
                <span className="policy-state">{t(`policy.state.${one.state}`)}</span>
                <span className="mono">{t('policy.from', { date: one.from })}</span>
                <span>{t('policy.ruleCount', { n: one.rules.length })}</span>
              </summary>
              <dl className="facts">
                {one.proposedBy && (
                  <>
                    <dt>{t('policy.proposedBy')}</dt>
                    <dd>
                      {one.proposedBy} <span className="mono">{one.proposedAt && zuluFull(one.proposedAt)}</span>
                    </dd>
                  </>
                )}
                {one.decidedBy && (
                  <>
                    <dt>{t('policy.decidedBy')}</dt>
                    <dd>
                      {one.decidedBy} <span className="mono">{one.decidedAt && zuluFull(one.decidedAt)}</span>
                    </dd>
                  </>
                )}
                {one.reason && (
                  <>
                    <dt>{t('policy.whyColumn')}</dt>
                    <dd>{one.reason}</dd>
                  </>
                )}
              </dl>
              <RuleSentences rules={one.rules.map((rule) => [rule, null])} many={one} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
