import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Operation } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { useNow } from '../../ui/use-now';
import { readOperation } from '../api/read-operation';
import { CheckTable } from './check-table';
import { JobTable } from './job-table';
import { PublicViewPanel } from './public-view-panel';
import { SupportPanel } from './support-panel';

const KEY = ['operation'];
const EVERY = 10_000;

/** What somebody on watch over the node needs at one look, and what to do where it is not well. */
export function OperationScreen() {
  const t = useTranslate();
  const client = useQueryClient();
  const now = useNow(10_000);
  const state = useQuery({ queryKey: KEY, queryFn: ({ signal }) => readOperation(signal), refetchInterval: EVERY });
  const { data } = state;
  return (
    <section className="register" aria-label={t('operation.title')}>
      <header className="register-head">
        <h2>{t('operation.title')}</h2>
        <small>{t('operation.subtitle')}</small>
      </header>
      <div className="register-body account">
        {state.isPending && <Loading />}
        {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
        {data && (
          <>
            <Summary state={data} />
            <CheckTable checks={data.checks} />
            <h3>{t('operation.jobs')}</h3>
            <JobTable jobs={data.jobs} now={now} onRun={(begun) => client.setQueryData(KEY, begun)} />
            {may('GET /api/v1/public-view') && <PublicViewPanel node={data.node} />}
            {may('POST /api/v1/operation/support') && <SupportPanel node={data.node} />}
          </>
        )}
      </div>
    </section>
  );
}

function Summary({ state }: { state: Operation }) {
  const t = useTranslate();
  const n = state.checks.filter(({ level }) => level === 'critical').length;
  const time = zuluFull(state.at);
  return (
    <p className="notice" data-tone={state.well ? 'normal' : 'critical'} role={state.well ? 'status' : 'alert'}>
      {state.well ? t('operation.well', { time }) : t('operation.notWell', { n, time })}{' '}
      <span className="mono">
        {state.node} · {state.version}
      </span>
    </p>
  );
}
