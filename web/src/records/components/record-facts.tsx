import type { SharedRecord } from '../../api/types';
import { age, duration, localTime, zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { useNow } from '../../ui/use-now';

export function RecordFacts({ record }: { record: SharedRecord }) {
  const t = useTranslate();
  const now = useNow(30_000);
  return (
    <dl className="facts">
      <dt>{t('record.origin')}</dt>
      <dd>{record.origin}</dd>
      <dt>{t('record.author')}</dt>
      <dd>{record.author}</dd>
      <dt>{t('record.written')}</dt>
      <dd>
        <span className="mono">{zuluFull(record.time)}</span> <span className="local">{localTime(record.time)}</span> ·{' '}
        {age(record.time, now, t)}
      </dd>
      <dt>{t('record.stored')}</dt>
      <dd className="mono">{zuluFull(record.storedAt)}</dd>
      {record.until && <Until until={record.until} now={now} />}
      {record.source && (
        <>
          <dt>{t('record.source')}</dt>
          <dd>
            {record.source.system} <code>{record.source.id}</code>
          </dd>
        </>
      )}
    </dl>
  );
}

/** The end of the release: how long it still is, or that it has passed. */
function Until({ until, now }: { until: string; now: Date }) {
  const t = useTranslate();
  const left = Date.parse(until) - now.getTime();
  return (
    <>
      <dt>{t('record.until')}</dt>
      <dd data-fact="until">
        <span className="mono">{zuluFull(until)}</span> <span className="local">{localTime(until)}</span> ·{' '}
        {left > 0 ? t('record.untilLeft', { time: duration(left, t) }) : t('record.untilPassed')}
      </dd>
    </>
  );
}
