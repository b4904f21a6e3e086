import { useMutation } from '@tanstack/react-query';
import type { Operation } from '../../api/types';
import { age, duration, zuluFull } from '../../i18n/time';
import { isTextKey, useTranslate, type Translate } from '../../i18n/translate';
import { may } from '../../session/session';
import { Failure } from '../../ui/failure';
import { StatusShape } from '../../ui/status-shape';
import { runJob } from '../api/run-job';

type Job = Operation['jobs'][number];

interface Props {
  readonly jobs: readonly Job[];
  readonly now: Date;
  readonly onRun: (begun: Operation) => void;
}

function name(job: Job, t: Translate): string {
  const key = `operation.job.${job.name}`;
  return isTextKey(key) ? t(key) : job.name;
}

/** What the node does by itself, when it did it last, and a way to do it now. */
export function JobTable({ jobs, now, onRun }: Props) {
  const t = useTranslate();
  const run = useMutation({ mutationFn: runJob, onSuccess: onRun });
  return (
    <>
      {run.isError && <Failure error={run.error} />}
      <table className="audit-table">
        <thead>
          <tr>
            <th scope="col">{t('operation.job')}</th>
            <th scope="col">{t('operation.every')}</th>
            <th scope="col">{t('operation.last')}</th>
            <th scope="col">{t('operation.took')}</th>
            <th scope="col">{t('operation.next')}</th>
            <th scope="col">{t('operation.result')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('operation.runNow')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.name}>
              <th scope="row">{name(job, t)}</th>
              <td>{duration(job.everySeconds * 1_000, t)}</td>
              <td>{job.last ? age(job.last, now, t) : t('operation.notYet')}</td>
              <td className="mono">{job.millis == null ? '' : `${job.millis} ms`}</td>
              <td className="mono">{job.next ? zuluFull(job.next) : ''}</td>
              <td>
                <Result job={job} />
              </td>
              <td>
                {may('POST /api/v1/operation/jobs/{name}') && (
                  <button
                    type="button"
                    className="button small"
                    disabled={run.isPending || job.running}
                    aria-label={`${t('operation.runNow')}: ${name(job, t)}`}
                    onClick={() => run.mutate(job.name)}
                  >
                    {t('operation.runNow')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Result({ job }: { job: Job }) {
  const t = useTranslate();
  if (job.running) {
    return <>{t('operation.running')}</>;
  }
  if (job.failure) {
    return (
      <span role="alert">
        <StatusShape status="critical" /> {job.failure}
      </span>
    );
  }
  return job.last ? (
    <>
      <StatusShape status="normal" /> {t('operation.ok')}
    </>
  ) : null;
}
