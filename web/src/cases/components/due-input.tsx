import { useMutation } from '@tanstack/react-query';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { computeDeadline } from '../api/compute-deadline';
import { instantOf, typedInstant } from '../../statements/model/form';

interface Props {
  readonly name: string;
  readonly word: string;
  readonly value: string;
  readonly body: string;
  readonly nations: readonly string[];
  readonly onChange: (value: string) => void;
}

const HOURS = [1, 6, 24] as const;
const WORKING = [4, 16] as const;
const HOUR = 3_600_000;

/** A time in UTC, typed, from now, or in working hours of all offices concerned. */
export function DueInput({ name, word, value, body, nations, onChange }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const compute = useMutation({
    mutationFn: (hours: number) => computeDeadline(body, hours, nations),
    onSuccess: ({ due }) => onChange(typedInstant(new Date(due))),
  });
  const wrong = value.length >= 16 && instantOf(value) === null;
  return (
    <span className="case-due">
      <input
        name={name}
        aria-label={word}
        className="mono"
        placeholder="YYYY-MM-DD hh:mm Z"
        value={value}
        aria-invalid={wrong}
        onChange={({ target }) => onChange(target.value)}
      />
      <span className="buttons">
        {HOURS.map((hours) => (
          <button
            key={hours}
            type="button"
            className="button quiet"
            onClick={() => onChange(typedInstant(new Date(Date.now() + hours * HOUR)))}
          >
            {t('cases.inHours', { n: hours })}
          </button>
        ))}
        {body !== '' &&
          WORKING.map((hours) => (
            <button key={hours} type="button" className="button quiet" onClick={() => compute.mutate(hours)}>
              {t('cases.inWorkingHours', { n: hours })}
            </button>
          ))}
      </span>
      {wrong && <span className="field-error">{t('cases.notTime')}</span>}
      {compute.isError && <Failure error={compute.error} />}
      {compute.data && (
        <small className="quiet-text">
          {compute.data.offices
            .map((one) =>
              t('cases.office', {
                party: one.party,
                office: one[language],
                hours: one.hours === '' ? t('cases.always') : `${one.hours} ${one.zone}`,
                holidays: one.holidays.length === 0 ? '–' : one.holidays.join(' '),
              }),
            )
            .join(language === 'ja' ? '。' : '. ')}
        </small>
      )}
    </span>
  );
}
