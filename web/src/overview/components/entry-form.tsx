import { useState } from 'react';
import type { CaseStep } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import type { LogLink } from '../../navigation/log-link';
import { FieldInput } from '../../statements/components/field-input';
import { SayForm } from '../../statements/components/say-form';
import { enterInWatchLog } from '../api/watch-log';

interface Props {
  readonly own: string;
  readonly step: CaseStep;
  readonly about: LogLink | null;
  readonly onSaid: () => void;
  readonly onEnd: () => void;
}

/** One entry: kept at home unless somebody shares it. */
export function EntryForm({ own, step, about, onSaid, onEnd }: Props) {
  const t = useTranslate();
  const [exercise, setExercise] = useState(false);
  return (
    <SayForm
      own={own}
      step={step}
      to={[own]}
      classification="UNCLASSIFIED"
      purposes={[]}
      exercise={exercise}
      head={
        <h4>
          {t(`log.act.${step.act}` as TextKey)}{' '}
          <label>
            <input
              type="checkbox"
              name="exercise"
              checked={exercise}
              onChange={({ target }) => setExercise(target.checked)}
            />{' '}
            {t('log.exercise')}
          </label>
          {about && (
            <small className="quiet-text">
              {' '}
              {t(`log.link.${about.to}`)}: {about.name}
            </small>
          )}
        </h4>
      }
      renderField={({ field, value, mistake, onChange }) => (
        <FieldInput
          key={field.name}
          field={field}
          name={t(`log.field.${field.name}` as TextKey)}
          value={value}
          mistake={mistake}
          bodies={[]}
          nameOfChoice={(choice) => choice}
          onChange={onChange}
        />
      )}
      send={(saying) => enterInWatchLog(step.act, saying)}
      onSaid={onSaid}
      onEnd={onEnd}
    />
  );
}
