import type { Policy } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import type { Label } from '../model/label';

interface Props {
  readonly label: Label;
  readonly policy: Policy | undefined;
  readonly onChange: (part: Partial<Label>) => void;
}

/** The rarer parts of a label, folded away until one of them is used. */
export function LabelDetails({ label, policy, onChange }: Props) {
  const t = useTranslate();
  const used = label.orcon || label.eyesOnly || label.exercise || label.caveats.length + label.purposes.length > 0;
  return (
    <details open={used}>
      <summary>{t('label.more')}</summary>
      <Codes
        name="label.caveats"
        codes={policy?.caveats ?? []}
        chosen={label.caveats}
        onChange={(caveats) => onChange({ caveats })}
      />
      <Codes
        name="label.purposes"
        codes={policy?.purposes ?? []}
        chosen={label.purposes}
        onChange={(purposes) => onChange({ purposes })}
      />
      <div className="choices">
        {(['orcon', 'eyesOnly', 'exercise'] as const).map((flag) => (
          <label key={flag}>
            <input
              type="checkbox"
              name={flag}
              checked={label[flag]}
              onChange={(event) => onChange({ [flag]: event.target.checked })}
            />
            {t(`label.${flag}`)}
          </label>
        ))}
      </div>
    </details>
  );
}

interface CodesProps {
  readonly name: TextKey;
  readonly codes: Policy['caveats'];
  readonly chosen: readonly string[];
  readonly onChange: (codes: string[]) => void;
}

function Codes({ name, codes, chosen, onChange }: CodesProps) {
  const t = useTranslate();
  const language = useLanguage();
  const foreign = chosen.filter((code) => !codes.some((one) => one.code === code));
  return (
    <div className="form-row" role="group" aria-label={t(name)}>
      <span className="form-name">{t(name)}</span>
      <div className="choices">
        {codes.length + foreign.length === 0 && <small>{t('label.none')}</small>}
        {[
          ...codes.map(({ code, name: names }) => [code, names[language]] as const),
          ...foreign.map((code) => [code, code] as const),
        ].map(([code, words]) => (
          <label key={code} title={code}>
            <input
              type="checkbox"
              value={code}
              checked={chosen.includes(code)}
              onChange={() =>
                onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])
              }
            />
            {words}
          </label>
        ))}
      </div>
    </div>
  );
}
