import { useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { composed, templatesFor, withReport, type Template } from '../model/templates';

interface Props {
  readonly act: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Fills the text of a statement line by line, by a report that both sides know. */
export function TextTemplate({ act, text, onChange }: Props) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<Template | null>(null);
  const [values, setValues] = useState<readonly string[]>([]);
  const [written, setWritten] = useState('');
  const offered = templatesFor(act);
  if (offered.length === 0) {
    return null;
  }
  const choose = (id: string) => {
    setChosen(offered.find((one) => one.id === id) ?? null);
    setValues([]);
  };
  const write = (template: Template) => {
    const report = composed(template, values);
    onChange(withReport(text, written, report));
    setWritten(report);
  };
  return (
    <fieldset className="text-template" data-template={chosen?.id ?? 'none'}>
      <label className="form-row">
        <span className="form-name">{t('template.choose')}</span>
        <select name="template" value={chosen?.id ?? ''} onChange={({ target }) => choose(target.value)}>
          <option value="">{t('template.none')}</option>
          {offered.map(({ id }) => (
            <option key={id} value={id}>
              {t(`template.${id}`)}
            </option>
          ))}
        </select>
      </label>
      {chosen?.lines.map(({ mark, name }, index) => (
        <label key={name} className="form-row">
          <span className="form-name">
            <b className="mono">{mark}</b> {t(name)}
          </span>
          <input
            name={`${chosen.id}-${index + 1}`}
            value={values[index] ?? ''}
            onChange={({ target }) =>
              setValues(chosen.lines.map((_, at) => (at === index ? target.value : (values[at] ?? ''))))
            }
          />
        </label>
      ))}
      {chosen && (
        <button type="button" className="button" onClick={() => write(chosen)}>
          {t('template.write')}
        </button>
      )}
    </fieldset>
  );
}
