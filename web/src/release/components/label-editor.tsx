import { useId } from 'react';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { CLASSIFICATIONS, isClassification, parseLabel, printLabel, type Label } from '../model/label';
import { usePolicies } from '../model/release-queries';
import { LabelChip } from './label-chip';
import { LabelDetails } from './label-details';
import { ReleasableEditor } from './releasable-editor';

interface Props {
  readonly text: string;
  readonly title: string;
  readonly onChange: (text: string) => void;
}

/** Builds a label by choice; what comes out is the text form, shown all the time. */
export function LabelEditor({ text, title, onChange }: Props) {
  const t = useTranslate();
  const id = useId();
  const language = useLanguage();
  const policies = usePolicies().data ?? [];
  const label = parseLabel(text);
  if (label === null) {
    return (
      <label className="form-row">
        <span className="form-name">{title}</span>
        <input value={text} aria-invalid="true" onChange={(event) => onChange(event.target.value)} />
        <span className="field-error">{t('label.unreadable')}</span>
      </label>
    );
  }
  const change = (part: Partial<Label>) => onChange(printLabel({ ...label, ...part }));
  const policy = policies.find((one) => one.id === (label.policy ?? DEFAULT_POLICY)) ?? policies[0];
  return (
    <fieldset className="label-editor" aria-labelledby={`${id}-title`}>
      <div className="chips">
        <h3 id={`${id}-title`}>{title}</h3>
        <LabelChip text={text} />
      </div>
      <div className="two">
        <label className="form-row">
          <span className="form-name">{t('label.classification')}</span>
          <select
            name="classification"
            value={label.classification}
            onChange={(event) => isClassification(event.target.value) && change({ classification: event.target.value })}
          >
            {CLASSIFICATIONS.map((one, index) => (
              <option key={one} value={one}>
                {one} {policy?.classifications.find(({ level }) => level === index)?.name[language] ?? ''}
              </option>
            ))}
          </select>
        </label>
        {policies.length > 1 && (
          <label className="form-row">
            <span className="form-name">{t('label.policy')}</span>
            <select
              value={label.policy ?? DEFAULT_POLICY}
              onChange={(event) =>
                change({ policy: event.target.value === DEFAULT_POLICY ? null : event.target.value })
              }
            >
              {policies.map(({ id: code, name }) => (
                <option key={code} value={code}>
                  {name[language]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <ReleasableEditor label={label} onChange={change} />
      <LabelDetails label={label} policy={policy} onChange={change} />
      {label.eyesOnly && label.releasable.kind !== 'nobody' && (
        <span className="field-error">{t('label.eyesConflict')}</span>
      )}
    </fieldset>
  );
}

/** The policy of a label that names none. */
const DEFAULT_POLICY = 'ALLIED';
