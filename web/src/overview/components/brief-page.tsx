import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Overview } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { instantOf } from '../../navigation/route';
import { useOnScreen } from '../../release/model/on-screen';
import { DocumentButton } from '../../ui/document-button';
import { Failure, Loading } from '../../ui/failure';
import { Icon } from '../../ui/icon';
import { makeBrief, readBrief } from '../api/read-brief';
import { BriefSheet } from './brief-sheet';

const HOURS = [8, 12, 24] as const;
const HOUR = 3_600_000;

const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

/** The brief since a moment that one chooses; the last watch by default. It is read once and stays as it was read. */
export function BriefPage({ handovers, watch }: Pick<Overview, 'handovers' | 'watch'>) {
  const t = useTranslate();
  const language = useLanguage();
  const [choice, setChoice] = useState('8');
  const [since, setSince] = useState(() => ago(HOURS[0]));
  const state = useQuery({
    queryKey: ['handover-brief', since],
    queryFn: ({ signal }) => readBrief(since, signal),
    staleTime: Infinity,
  });
  useOnScreen('brief', state.data?.label ? [state.data.label] : []);
  const choose = (word: string) => {
    setChoice(word);
    const hours = HOURS.find((one) => String(one) === word);
    if (hours) {
      setSince(ago(hours));
    } else if (word !== 'other') {
      setSince(word);
    }
  };
  return (
    <>
      <div className="limit-row brief-controls">
        <label className="form-row">
          <span className="form-name">{t('overview.since')}</span>
          <select name="since" value={choice} onChange={({ target }) => choose(target.value)}>
            {HOURS.map((hours) => (
              <option key={hours} value={String(hours)}>
                {t('overview.lastHours', { n: hours })}
              </option>
            ))}
            {watch && (
              <option value={watch.since}>
                {t('overview.sinceWatch', { officer: watch.officer, time: zulu(watch.since) })}
              </option>
            )}
            {handovers.map((one) => (
              <option key={one.caseId} value={one.at}>
                {t('overview.handover', { name: one.name[language], time: zulu(one.at) })}
              </option>
            ))}
            <option value="other">{t('overview.other')}</option>
          </select>
        </label>
        {choice === 'other' && <OtherTime since={since} onChange={setSince} />}
        <button type="button" className="button" disabled={!state.data} onClick={() => window.print()}>
          <Icon name="print" /> {t('overview.print')}
        </button>
        <DocumentButton make={() => makeBrief(since)} name="handover-brief" text="overview.pdf" />
      </div>
      <p className="quiet-text brief-controls">{t('overview.briefHint')}</p>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && <BriefSheet brief={state.data} />}
    </>
  );
}

function OtherTime({ since, onChange }: { since: string; onChange: (since: string) => void }) {
  const t = useTranslate();
  const [typed, setTyped] = useState(() => since.slice(0, 16).replace('T', ' '));
  const instant = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d$/.test(typed.trim())
    ? instantOf(`${typed.trim().replace(' ', 'T')}:00Z`)
    : null;
  return (
    <label className="form-row">
      <span className="form-name">{t('overview.other')}</span>
      <input
        name="since-other"
        className="mono"
        placeholder="YYYY-MM-DD hh:mm"
        value={typed}
        aria-invalid={instant === null}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => instant !== null && onChange(instant)}
        onKeyDown={({ key }) => key === 'Enter' && instant !== null && onChange(instant)}
      />
    </label>
  );
}
