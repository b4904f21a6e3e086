import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { useOnScreen } from '../../release/model/on-screen';
import { Failure, Loading } from '../../ui/failure';
import { getOverview } from '../api/get-overview';
import { BriefPage } from './brief-page';
import { OverviewTables } from './overview-tables';

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
  useOnScreen('overview', !brief && overview?.label ? [overview.label] : []);
  return (
    <section className="register" aria-label={t('overview.title')}>
      <header className="register-head">
        <h2>{t('overview.title')}</h2>
        <small>{t('overview.subtitle')}</small>
        <nav className="buttons" aria-label={t('overview.title')}>
          {(['now', 'brief'] as const).map((one) => {
            const on = brief === (one === 'brief');
            return (
              <button
                key={one}
                type="button"
                className={on ? 'button' : 'button quiet'}
                aria-current={on ? 'page' : undefined}
                onClick={() => openScreen('overview', one === 'brief' ? 'brief' : null)}
              >
                {t(`overview.${one}`)}
              </button>
            );
          })}
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
        {overview && (brief ? <BriefPage handovers={overview.handovers} /> : <OverviewTables overview={overview} />)}
      </div>
    </section>
  );
}
