import type { WatchPlan } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { LabelChip } from '../../release/components/label-chip';
import { decimal } from '../../ui/figures';
import { RULE_NAMES, RULES, shown } from '../model/limits';

/** The plan as it stands. */
export function PlanTable({ plan }: { plan: WatchPlan }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <>
      <h3>{t('watching.plan')}</h3>
      <p>
        {t('watching.label')} <LabelChip text={plan.label} />
      </p>
      <table className="audit-table">
        <tbody>
          {RULE_NAMES.map((rule) => (
            <tr key={rule} data-rule={rule}>
              <th scope="row">{t(`watching.kind.${rule}`)}</th>
              <td>
                {RULES[rule].map(({ name, unit }) => (
                  <span key={name} className="limit">
                    {t(`watching.limit.${rule}.${name}` as TextKey)}{' '}
                    <b className="mono">
                      {decimal(shown(plan.limits[rule]?.[name] ?? 0, unit), 2)}
                      {unit === 'n' ? '' : ` ${unit}`}
                    </b>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('watching.areas')}</h3>
      {plan.areas.length === 0 && <p className="quiet-text">{t('watching.noAreas')}</p>}
      <ul>
        {plan.areas.map(({ id, name, domains, ring }) => (
          <li key={id} data-area={id}>
            <b>{(language === 'ja' ? name.ja : name.en) ?? id}</b> <span className="mono">{id}</span>{' '}
            {domains.length === 0
              ? t('watching.harbor')
              : domains.map((domain) => t(`watching.domain.${domain}`)).join(' · ')}{' '}
            <small>{t('watching.corners', { n: ring.length })}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
