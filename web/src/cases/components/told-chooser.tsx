import { useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { instantOf, typedInstant } from '../../statements/model/form';

/** As whom and when one looks at a case. */
export interface Told {
  readonly to: string;
  readonly until: string;
}

interface Props {
  readonly nations: readonly string[];
  readonly told: Told | null;
  readonly onChange: (told: Told | null) => void;
}

/** Chooses the case as it had been told to a nation until a time; for looking back, and for seeing what a partner sees. */
export function ToldChooser({ nations, told, onChange }: Props) {
  const t = useTranslate();
  const [to, setTo] = useState(nations[0] ?? '');
  const [until, setUntil] = useState(() => typedInstant(new Date()));
  const instant = instantOf(until);
  if (told) {
    return (
      <p className="notice" data-tone="caution" role="status">
        {t('cases.toldIs', { party: told.to, time: told.until })}{' '}
        <button type="button" className="button quiet" onClick={() => onChange(null)}>
          {t('cases.toldEnd')}
        </button>
      </p>
    );
  }
  return (
    <details className="case-watch">
      <summary>{t('cases.toldTitle')}</summary>
      <div className="limit-row">
        <label className="form-row">
          <span className="form-name">{t('cases.toldTo')}</span>
          <select name="told-to" value={to} onChange={({ target }) => setTo(target.value)}>
            {nations.map((nation) => (
              <option key={nation}>{nation}</option>
            ))}
          </select>
        </label>
        <label className="form-row">
          <span className="form-name">{t('cases.toldUntil')}</span>
          <input
            name="told-until"
            className="mono"
            value={until}
            aria-invalid={instant === null}
            onChange={({ target }) => setUntil(target.value)}
          />
        </label>
        <button
          type="button"
          className="button"
          disabled={instant === null}
          onClick={() => instant !== null && onChange({ to, until: endOfMinute(instant) })}
        >
          {t('cases.toldShow')}
        </button>
      </div>
    </details>
  );
}

/** What was said within the minute that is typed belongs to it. */
function endOfMinute(instant: string): string {
  return instant.replace(':00Z', ':59.999Z');
}
