import { useId } from 'react';
import { isProblem } from '../../api/problem';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { DateInput } from '../../ui/date-input';
import { Failure } from '../../ui/failure';
import { dayMistake } from '../model/consents';

export interface ConsentWords {
  readonly until: string;
  readonly reason: string;
}

interface Props {
  readonly words: ConsentWords;
  readonly onChange: (words: ConsentWords) => void;
  readonly today: string;
  /** The last day that was asked for, when this answers; null when it asks. */
  readonly latest: string | null;
  readonly reasonName: string;
  readonly error: Error | null;
  /** What did not happen, when there is an error. */
  readonly failed: TextKey;
}

/** Last day and reason of a question or an answer. */
export function ConsentFields({ words, onChange, today, latest, reasonName, error, failed }: Props) {
  const t = useTranslate();
  const id = useId();
  const wrong = words.until === '' ? null : dayMistake(words.until, today, latest);
  const said = isProblem(error) ? error.fieldErrors.find(({ at }) => at === '/until')?.message : undefined;
  return (
    <>
      <div className="consent-day">
        <label htmlFor={`${id}-until`}>{t('consent.lastDay')}</label>
        <DateInput id={`${id}-until`} value={words.until} onChange={(until) => onChange({ ...words, until })} />
        {latest !== null && <small>{t('consent.latest', { until: latest })}</small>}
        {(wrong ?? said) && <span className="field-error">{wrong ? t(wrong) : said}</span>}
      </div>
      <label htmlFor={`${id}-reason`}>{reasonName}</label>
      <textarea
        id={`${id}-reason`}
        name="consent-reason"
        rows={2}
        maxLength={500}
        required
        value={words.reason}
        onChange={({ target }) => onChange({ ...words, reason: target.value })}
      />
      {error && (
        <div className="notice" data-tone="critical">
          <p>{t(failed)}</p>
          <Failure error={error} />
        </div>
      )}
    </>
  );
}
