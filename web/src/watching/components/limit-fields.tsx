import { useTranslate, type TextKey } from '../../i18n/translate';
import { meant, RULES, shown, type RuleName } from '../model/limits';

interface Props {
  readonly rule: RuleName;
  readonly limits: Readonly<Record<string, number>>;
  readonly mistake: string | undefined;
  readonly onChange: (name: string, value: number) => void;
}

/** The limits of one rule, in the units of the bridge. */
export function LimitFields({ rule, limits, mistake, onChange }: Props) {
  const t = useTranslate();
  return (
    <fieldset className="limit-fields" data-rule={rule}>
      <legend>{t(`watching.kind.${rule}`)}</legend>
      <small>{t(`watching.means.${rule}`)}</small>
      <div className="limit-row">
        {RULES[rule].map(({ name, unit }) => (
          <label key={name} className="form-row">
            <span className="form-name">
              {t(`watching.limit.${rule}.${name}` as TextKey)}
              {unit === 'n' ? '' : ` (${unit})`}
            </span>
            <input
              type="number"
              name={`${rule}-${name}`}
              min={0}
              step="any"
              required
              value={shown(limits[name] ?? 0, unit)}
              onChange={({ target }) => onChange(name, meant(Number(target.value), unit))}
            />
          </label>
        ))}
      </div>
      {mistake && <p className="field-error">{mistake}</p>}
    </fieldset>
  );
}
