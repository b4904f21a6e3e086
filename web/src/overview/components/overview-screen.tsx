import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { Tab } from '../../navigation/tab';
import { useOnScreen } from '../../release/model/on-screen';
import { isLiaison, may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { getOverview } from '../api/get-overview';
import { toldSubject } from '../model/told-subject';
import { BriefPage } from './brief-page';
import { DifferencesPage } from './differences-page';
import { OverviewTables } from './overview-tables';
import { WatchLogPage } from './watch-log-page';

const EVERY = 30_000;

/** How everything stands, and the brief for the next watch. */
export function OverviewScreen({ subject }: { subject: string | null }) {
  const t = useTranslate();
  const [exercise, setExercise] = useState<boolean | null>(null);
  const state = useQuery({
    queryKey: ['overview', exercise],
    queryFn: ({ signal }) => getOverview(exercise, signal),
    refetchInterval: EVERY,
  });
  const overview = state.data;
  const brief = subject === 'brief';
  const told = toldSubject(subject);
  const log = subject === 'log';
  const now = !brief && !log && told === null;
  useOnScreen('overview', now && overview?.label ? [overview.label] : []);
  return (
    <section className="register" aria-label={t('overview.title')}>
      <header className="register-head">
        <h2>{t('overview.title')}</h2>
        <small>{t('overview.subtitle')}</small>
        <nav className="buttons" aria-label={t('overview.title')}>
          <Tab screen="overview" name={t('overview.now')} to={null} on={now} />
          {may('GET /api/v1/differences/{party}') && !isLiaison() && (
            <Tab screen="overview" name={t('overview.told')} to="told" on={told !== null} />
          )}
          {may('GET /api/v1/watch-log') && <Tab screen="overview" name={t('overview.log')} to="log" on={log} />}
          <Tab screen="overview" name={t('overview.brief')} to="brief" on={brief} />
        </nav>
        {!brief && overview && (
          <select
            name="exercise"
            aria-label={t('overview.which')}
            value={String(overview.exercise)}
            onChange={({ target }) => setExercise(target.value === 'true')}
          >
            <option value="false">{t('overview.real')}</option>
            <option value="true">{t('overview.exercise')}</option>
          </select>
        )}
      </header>
      <div className="register-body account">
        {state.isPending && <Loading />}
        {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
        {overview && brief && <BriefPage handovers={overview.handovers} watch={overview.watch} />}
        {overview && log && <WatchLogPage />}
        {overview && told && <DifferencesPage overview={overview} {...told} />}
        {overview && now && <OverviewTables overview={overview} />}
      </div>
    </section>
  );
}
