import { useEffect, useMemo, useRef } from 'react';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { useRoute } from '../../navigation/route';
import { RecordRow } from '../../records/components/record-row';
import { listOfRecords, walkedList } from '../../records/model/list-selection';
import { useIsNew } from '../../records/model/new-records';
import { useKinds } from '../../records/model/record-queries';
import { recordTitle } from '../../records/model/record-text';
import { useOnScreen } from '../../release/model/on-screen';
import { Failure, Loading } from '../../ui/failure';
import { useStore } from '../../ui/store';
import { useNow } from '../../ui/use-now';
import { arranged } from '../model/alert-order';
import { alertChoice, useAlerts } from '../model/use-alerts';
import { AlertFilters } from './alert-filters';

/** Warnings and findings, the severest first; choosing one brings its place into sight on the map. */
export function AlertList() {
  const t = useTranslate();
  const language = useLanguage();
  const kinds = useKinds().data ?? [];
  const isNew = useIsNew();
  const present = useNow(20_000);
  const { panel, at } = useRoute();
  const now = useMemo(() => (at === null ? present : new Date(at)), [at, present]);
  const choice = useStore(alertChoice);
  const alerts = useAlerts();
  const shown = useMemo(
    () => arranged(alerts.records, choice, now, (record) => recordTitle(record, language, t)),
    [alerts.records, choice, now, language, t],
  );
  const selected = panel.kind === 'record' ? panel.id : null;
  useOnScreen(
    'list',
    useMemo(() => shown.map(({ banner }) => banner), [shown]),
  );
  const ids = shown.map(({ id }) => id).join(' ');
  useEffect(() => walkedList.set(listOfRecords(ids === '' ? [] : ids.split(' '))), [ids]);
  const rows = useRef<HTMLUListElement>(null);
  useEffect(() => {
    rows.current?.querySelector('[data-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <section className="record-list alert-list" aria-label={t('alert.list')}>
      <header className="pane-head">
        <h2>{t('alert.list')}</h2>
        <span className="count">{t('list.count', { shown: shown.length, total: alerts.records.length })}</span>
      </header>
      <AlertFilters />
      <div className="scroll" tabIndex={-1}>
        {at !== null && alerts.later > 0 && <p className="empty">{t('time.later', { n: alerts.later })}</p>}
        {alerts.isPending && <Loading />}
        {alerts.error && <Failure error={alerts.error} retry={alerts.retry} />}
        {!alerts.isPending && !alerts.error && shown.length === 0 && (
          <p className="empty">{t(alerts.records.length === 0 ? 'alert.none' : 'alert.noMatch')}</p>
        )}
        <ul className="rows" ref={rows}>
          {shown.map((record) => (
            <RecordRow
              key={record.id}
              record={record}
              kinds={kinds}
              language={language}
              selected={record.id === selected}
              isNew={isNew(record)}
              now={now}
            />
          ))}
        </ul>
        {alerts.hasMore && (
          <button type="button" className="button quiet" onClick={alerts.loadMore}>
            {t('list.more')}
          </button>
        )}
      </div>
    </section>
  );
}
