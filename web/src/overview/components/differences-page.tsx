import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Differences, DifferenceCounts, Overview } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { useOnScreen } from '../../release/model/on-screen';
import { Failure, Loading } from '../../ui/failure';
import { getDifferences, type Asked } from '../api/get-differences';
import type { ToldSubject } from '../model/told-subject';
import { DifferenceLine } from './difference-line';

const EVERY = 30_000;
const HOUR = 3_600_000;
const HOURS = [8, 12, 24] as const;
const ONLY = ['all', 'differing', 'unconfirmed', 'kept'] as const;

type Props = ToldSubject & { readonly overview: Overview };

/** What we told one partner beside what it told us, subject by subject, with what contradicts in front. */
export function DifferencesPage({ overview, party, caseId }: Props) {
  const t = useTranslate();
  const [only, setOnly] = useState<Asked['only']>('all');
  const [since, setSince] = useState('');
  const [from, setFrom] = useState(0);
  const partners = overview.links.filter(({ party: code }) => !code.includes('/') && code !== overview.own);
  const chosen = party ?? partners[0]?.party ?? null;
  const begin = HOURS.find((one) => String(one) === since);
  const state = useQuery({
    queryKey: ['differences', chosen, caseId, overview.exercise, only, since, from],
    queryFn: ({ signal }) =>
      getDifferences(
        {
          party: chosen ?? '',
          caseId,
          exercise: overview.exercise,
          only,
          since: begin ? new Date(Date.now() - begin * HOUR).toISOString() : since || null,
          from,
        },
        signal,
      ),
    enabled: chosen !== null,
    refetchInterval: EVERY,
  });
  const view = state.data;
  useOnScreen('differences', view?.label ? [view.label] : []);
  const first = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      set(value);
      setFrom(0);
    };
  };
  return (
    <>
      <div className="limit-row difference-controls">
        <label className="form-row">
          <span className="form-name">{t('differences.partner')}</span>
          <select
            name="partner"
            value={chosen ?? ''}
            onChange={({ target }) => openScreen('overview', `told-${target.value}`)}
          >
            {chosen === null && <option value="">{t('differences.choose')}</option>}
            {[...new Set([...partners.map((one) => one.party), ...(chosen ? [chosen] : [])])].map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
        <Since overview={overview} value={since} onChange={first(setSince)} />
        {caseId !== null && chosen !== null && (
          <p>
            {t('differences.ofCase')}{' '}
            <button type="button" className="link" onClick={() => openScreen('overview', `told-${chosen}`)}>
              {t('differences.whole', { party: chosen })}
            </button>
          </p>
        )}
      </div>
      {view && <Only counts={view.counts} only={only} onChange={first(setOnly)} />}
      {chosen !== null && state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {view && <Rows view={view} />}
      {view && view.found > view.rows.length && <Pages view={view} onFrom={setFrom} />}
    </>
  );
}

interface SinceProps {
  readonly overview: Overview;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Since({ overview, value, onChange }: SinceProps) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <label className="form-row">
      <span className="form-name">{t('differences.since')}</span>
      <select name="since" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('differences.ever')}</option>
        {HOURS.map((n) => (
          <option key={n} value={String(n)}>
            {t('differences.lastHours', { n })}
          </option>
        ))}
        {overview.watch && (
          <option value={overview.watch.since}>
            {t('overview.sinceWatch', { officer: overview.watch.officer, time: zulu(overview.watch.since) })}
          </option>
        )}
        {overview.handovers.map((one) => (
          <option key={one.caseId} value={one.at}>
            {t('differences.lastWatch', { name: one.name[language], time: zulu(one.at) })}
          </option>
        ))}
      </select>
    </label>
  );
}

interface OnlyProps {
  readonly counts: DifferenceCounts;
  readonly only: Asked['only'];
  readonly onChange: (only: Asked['only']) => void;
}

function Only({ counts, only, onChange }: OnlyProps) {
  const t = useTranslate();
  const n = {
    all: counts.subjects,
    differing: counts.differing,
    unconfirmed: counts.unconfirmed,
    kept: counts.withheld + counts.review + counts.recalled,
  };
  return (
    <div className="buttons" role="group" aria-label={t('differences.only')}>
      {ONLY.map((one) => (
        <button
          key={one}
          type="button"
          className={one === only ? 'button' : 'button quiet'}
          aria-pressed={one === only}
          data-only={one}
          onClick={() => onChange(one)}
        >
          {t(`differences.only.${one}`, { n: n[one] })}
        </button>
      ))}
    </div>
  );
}

function Rows({ view }: { view: Differences }) {
  const t = useTranslate();
  if (view.rows.length === 0) {
    return <p className="quiet-text">{t('differences.nothing')}</p>;
  }
  return (
    <table className="audit-table difference-table">
      <thead>
        <tr>
          <th scope="col">{t('differences.subject')}</th>
          <th scope="col">{t('differences.ours', { party: view.party })}</th>
          <th scope="col">{t('differences.theirs', { party: view.party })}</th>
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row) => (
          <DifferenceLine key={row.key} row={row} view={view} />
        ))}
      </tbody>
    </table>
  );
}

function Pages({ view, onFrom }: { view: Differences; onFrom: (from: number) => void }) {
  const t = useTranslate();
  const to = view.from + view.rows.length;
  return (
    <div className="buttons">
      <button
        type="button"
        className="button quiet"
        disabled={view.from === 0}
        onClick={() => onFrom(Math.max(0, view.from - 100))}
      >
        {t('differences.earlier')}
      </button>
      <span>{t('differences.page', { from: view.from + 1, to, found: view.found })}</span>
      <button type="button" className="button quiet" disabled={to >= view.found} onClick={() => onFrom(to)}>
        {t('differences.later')}
      </button>
    </div>
  );
}
