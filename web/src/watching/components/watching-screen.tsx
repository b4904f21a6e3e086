import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Watching } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { decimal } from '../../ui/figures';
import { readWatching } from '../api/read-watching';
import { FoundTable } from './found-table';
import { PlanEditor } from './plan-editor';
import { PlanTable } from './plan-table';

const KEY = ['watching'];
const EVERY = 10_000;

/** What is watched for among moving objects, by which limits, and what was found. */
export function WatchingScreen() {
  const t = useTranslate();
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const state = useQuery({ queryKey: KEY, queryFn: ({ signal }) => readWatching(signal), refetchInterval: EVERY });
  const { data } = state;
  const changed = (now: Watching) => {
    client.setQueryData(KEY, now);
    setEditing(false);
  };
  return (
    <section className="register" aria-label={t('watching.title')}>
      <header className="register-head">
        <h2>{t('watching.title')}</h2>
        <small>{t('watching.subtitle')}</small>
      </header>
      <div className="register-body account">
        {state.isPending && <Loading />}
        {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
        {data && (
          <>
            <Standing state={data} />
            <FoundTable found={data.found} />
            {editing ? (
              <PlanEditor
                plan={data.plan}
                version={data.version}
                onChanged={changed}
                onCancel={() => setEditing(false)}
              />
            ) : (
              <>
                <PlanTable plan={data.plan} />
                {may('PUT /api/v1/watching') && (
                  <div className="buttons">
                    <button type="button" className="button" onClick={() => setEditing(true)}>
                      {t('watching.edit')}
                    </button>
                  </div>
                )}
              </>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function Standing({ state }: { state: Watching }) {
  const t = useTranslate();
  const { version, since, by, looked, leftOut, problem } = state;
  const tone = problem ? 'critical' : state.plan.on ? 'normal' : 'caution';
  return (
    <p className="notice" data-tone={tone} role={problem ? 'alert' : 'status'}>
      {problem
        ? t('watching.problem', { problem })
        : t(state.plan.on ? 'watching.on' : 'watching.off', {
            looked: decimal(looked),
            leftOut: decimal(leftOut),
          })}{' '}
      <small>
        {since && by ? t('watching.version', { version, time: zuluFull(since), by }) : t('watching.untouched')}
      </small>
    </p>
  );
}
