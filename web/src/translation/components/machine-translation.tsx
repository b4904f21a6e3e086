import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { isProblem } from '../../api/problem';
import type { MachineText } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { texts, useTranslate } from '../../i18n/translate';
import { translateText } from '../api/translate-text';
import { isForeign } from '../model/foreign';
import { useTranslation } from '../model/use-translation';

interface Props {
  readonly record: string;
  /** JSON pointer to the text in the body of the record. */
  readonly at: string;
  readonly text: string;
}

/** Offers to have a text translated, where there is a service for it and the reader's language is another. */
export function MachineTranslation({ record, at, text }: Props) {
  const language = useLanguage();
  const service = useTranslation();
  return service === null || !isForeign(text, language) ? null : (
    <Offered key={`${record} ${at} ${language} ${text}`} record={record} at={at} who={service.service ?? ''} />
  );
}

function Offered({ record, at, who }: { record: string; at: string; who: string }) {
  const t = useTranslate();
  const language = useLanguage();
  const place = useId();
  const asking = useMutation({ mutationFn: () => translateText({ record, at, to: language }) });
  const refused = asking.error;
  return (
    <span className="machine-translation">
      <button
        type="button"
        className="button quiet small"
        aria-controls={place}
        aria-expanded={asking.data !== undefined}
        disabled={asking.isPending}
        title={t('translation.hint', { service: who })}
        onClick={() => (asking.data ? asking.reset() : asking.mutate())}
      >
        {t(asking.isPending ? 'translation.asking' : asking.data ? 'translation.hide' : 'translation.translate')}
      </button>
      <span id={place} role="status">
        {asking.data && <Made made={asking.data} />}
      </span>
      {refused && <Refused error={refused} />}
    </span>
  );
}

/** Why there is no translation: every reason, or what went wrong at the service. */
function Refused({ error }: { error: Error }) {
  const t = useTranslate();
  const problem = isProblem(error) ? error : null;
  const reasons = problem?.fieldErrors ?? [];
  const why = problem ? problem.problem.detail || problem.problem.title : t('common.failed');
  return (
    <span className="field-error" role="alert">
      {reasons.length > 0 ? t('translation.nothingGiven') : why}
      <ul>
        {reasons.map((one) => (
          <li key={one.at + one.message}>{one.message}</li>
        ))}
      </ul>
    </span>
  );
}

/** The mark stands in both languages, whichever the reader's is. */
function Made({ made }: { made: MachineText }) {
  const t = useTranslate();
  return (
    <span className="machine-text">
      <small className="machine-mark">
        <b>
          <span lang="ja">{texts['translation.mark'][1]}</span> / <span lang="en">{texts['translation.mark'][0]}</span>
        </b>{' '}
        {t('translation.by', { model: made.model, service: made.service, time: zulu(made.at) })}
        {made.terms > 0 && ` ${t('translation.terms', { n: made.terms })}`}
      </small>
      <span lang={made.to} className="machine-words">
        {made.text}
      </span>
    </span>
  );
}
