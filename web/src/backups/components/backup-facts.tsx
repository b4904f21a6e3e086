import type { BackupState } from '../../api/types';
import { age, zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { byteCount } from '../../ui/figures';
import { StatusShape } from '../../ui/status-shape';

/** Where they go, how often, what is being made, and what failed. */
export function BackupFacts({ state, now }: { state: BackupState; now: Date }) {
  const t = useTranslate();
  const { running, failure, log } = state;
  return (
    <dl className="facts">
      <dt>{t('backups.folder')}</dt>
      <dd className="mono">{state.folder}</dd>
      <dt>{t('backups.every')}</dt>
      <dd>{t('backups.everyHours', { n: state.hours, m: state.keep })}</dd>
      {running && (
        <>
          <dt>{t('backups.running')}</dt>
          <dd>
            <progress max={running.of || undefined} value={running.of ? running.bytes : undefined} />{' '}
            {running.of > 0 && t('backups.copied', { n: byteCount(running.bytes), m: byteCount(running.of) })}
          </dd>
        </>
      )}
      {failure && (
        <>
          <dt>{t('backups.failed')}</dt>
          <dd role="alert">
            <StatusShape status="critical" /> {failure.detail} ({zuluFull(failure.at)})
          </dd>
        </>
      )}
      <dt>{t('backups.log')}</dt>
      <dd>
        {log?.failedAt ? (
          <span role="alert">
            <StatusShape status="critical" /> {t('backups.logFails', { at: zuluFull(log.failedAt) })}
          </span>
        ) : log?.lastAt ? (
          <>
            <StatusShape status="normal" /> {t('backups.logUntil')} <span className="mono">{zuluFull(log.lastAt)}</span>{' '}
            · {age(log.lastAt, now, t)}
          </>
        ) : (
          t('backups.logNone')
        )}
      </dd>
    </dl>
  );
}
