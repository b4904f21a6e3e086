import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { WatchLog, WatchSuggestion } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { logLink } from '../../navigation/log-link';
import { openScreen } from '../../navigation/route';
import { useOnScreen } from '../../release/model/on-screen';
import { may } from '../../session/session';
import type { Saying } from '../../statements/model/form';
import { DocumentButton } from '../../ui/document-button';
import { Failure, Loading } from '../../ui/failure';
import { Refusals } from '../../ui/refusals';
import { useStore } from '../../ui/store';
import { enterInWatchLog, makeWatchLog, readWatchLog } from '../api/watch-log';
import { fromSuggestion, ofWatch, stepOf, suggestionOf, WRITTEN } from '../model/log-steps';
import { EntryForm } from './entry-form';
import { LogFilters, type LogFilter } from './log-filters';
import { LogLine } from './log-line';

const EVERY = 30_000;
const HOUR = 3_600_000;

/** The log of the watch: who has it, what happened, and what the node suggests to enter. */
export function WatchLogPage() {
  const t = useTranslate();
  const language = useLanguage();
  const client = useQueryClient();
  const [filter, setFilter] = useState<LogFilter>({ days: '', act: '', words: '' });
  const about = useStore(logLink);
  const [form, setForm] = useState<{ act: string; corrects: string | null } | null>(
    about === null ? null : { act: 'event', corrects: null },
  );
  const end = () => {
    setForm(null);
    logLink.set(null);
  };
  const state = useQuery({
    queryKey: ['watch-log', filter],
    queryFn: ({ signal }) =>
      readWatchLog({ since: sinceOf(filter), act: filter.act || null, words: filter.words }, signal),
    refetchInterval: EVERY,
  });
  const log = state.data;
  useOnScreen('watch-log', log?.label ? [log.label] : []);
  const enter = useMutation({
    mutationFn: ({ what, saying }: { what: string; saying: Saying }) => enterInWatchLog(what, saying),
    onSuccess: () => client.invalidateQueries({ queryKey: ['watch-log'] }),
  });
  const writes = may('POST /api/v1/watch-log') && (log?.nations.length ?? 0) > 0;
  const take = (one: WatchSuggestion) =>
    log && enter.mutate({ what: 'event', saying: fromSuggestion(one, log.own, language) });
  useKeys(writes && form === null && !enter.isPending ? (log?.suggestions ?? []) : [], take);
  return (
    <>
      {log && writes && <OnWatch log={log} onEnter={(what) => enter.mutate({ what, saying: ofWatch(log.own, '') })} />}
      <Refusals error={enter.error} />
      {log && writes && log.suggestions.length > 0 && <Suggested suggestions={log.suggestions} onTake={take} />}
      {log && writes && (
        <div className="buttons" role="group" aria-label={t('log.enter')}>
          {WRITTEN.map((one) => (
            <button
              key={one}
              type="button"
              className="button quiet"
              data-enter={one}
              onClick={() => setForm({ act: one, corrects: null })}
            >
              {t(`log.act.${one}`)}
            </button>
          ))}
        </div>
      )}
      {log && writes && form && (
        <EntryForm
          key={form.act + (form.corrects ?? '')}
          own={log.own}
          step={stepOf(form.act, log.nations, form.corrects, about)}
          about={about}
          onSaid={() => void client.invalidateQueries({ queryKey: ['watch-log'] })}
          onEnd={end}
        />
      )}
      <div className="limit-row">
        <LogFilters filter={filter} onChange={setFilter} />
        {log && <DocumentButton make={() => makeWatchLog(log.since)} name="watch-log" text="log.pdf" />}
      </div>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {log && (
        <ol className="watch-log">
          {log.lines.map((line) => (
            <LogLine
              key={line.entry.record}
              line={line}
              onCorrect={
                writes && line.entry.party === log.own
                  ? () => setForm({ act: 'correction', corrects: line.entry.record })
                  : undefined
              }
            />
          ))}
        </ol>
      )}
      {log?.lines.length === 0 && <p className="quiet-text">{t('log.nothing')}</p>}
      {log && log.more > 0 && <p className="quiet-text">{t('log.more', { n: log.more })}</p>}
    </>
  );
}

function sinceOf({ days }: LogFilter): string | null {
  return days === '' ? null : new Date(Date.now() - Number(days) * 24 * HOUR).toISOString().slice(0, 16) + ':00Z';
}

/** The keys 1 to 9 enter what is suggested, outside of fields. */
function useKeys(suggestions: readonly WatchSuggestion[], take: (one: WatchSuggestion) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      const one = suggestionOf(event.key, suggestions);
      if (one && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat) {
        event.preventDefault();
        take(one);
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}

function OnWatch({ log, onEnter }: { log: WatchLog; onEnter: (act: string) => void }) {
  const t = useTranslate();
  const { watch } = log;
  const lasts = watch !== null && watch.ended === null;
  return (
    <div className="limit-row watch-now" data-watch={lasts}>
      <p role="status">
        {lasts ? t('log.onWatch', { officer: watch.officer, time: zulu(watch.since) }) : t('log.nobody')}
        {lasts && watch.from !== null && ` ${t('log.from', { officer: watch.from })}`}
      </p>
      <div className="buttons">
        {lasts ? (
          <>
            <button type="button" className="button" onClick={() => onEnter('taken-over')}>
              {t('log.takeOver')}
            </button>
            <button type="button" className="button quiet" onClick={() => onEnter('handed-over')}>
              {t('log.handOver')}
            </button>
            <button type="button" className="link" onClick={() => openScreen('overview', 'brief')}>
              {t('overview.brief')}
            </button>
          </>
        ) : (
          <button type="button" className="button" onClick={() => onEnter('opened')}>
            {t('log.open')}
          </button>
        )}
      </div>
    </div>
  );
}

interface SuggestedProps {
  readonly suggestions: readonly WatchSuggestion[];
  readonly onTake: (one: WatchSuggestion) => void;
}

function Suggested({ suggestions, onTake }: SuggestedProps) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <section aria-label={t('log.suggested')}>
      <h4>{t('log.suggested')}</h4>
      <ol className="watch-suggestions">
        {suggestions.slice(0, 9).map((one, place) => (
          <li key={one.key} data-suggestion={one.key}>
            <button type="button" className="button quiet small" onClick={() => onTake(one)}>
              <kbd>{place + 1}</kbd> {t('log.take')}
            </button>{' '}
            <span className="mono">{zulu(one.at)}</span> {one.text[language]}
          </li>
        ))}
      </ol>
    </section>
  );
}
