import { useEffect, useMemo, useRef } from 'react';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { compose, useRoute } from '../../navigation/route';
import { may } from '../../session/session';
import { useOnScreen } from '../../release/model/on-screen';
import { Failure, Loading } from '../../ui/failure';
import { useDebounced } from '../../ui/use-debounced';
import { useNow } from '../../ui/use-now';
import { useRecordsAsOf } from '../model/as-of';
import { listOfRecords, walkedList } from '../model/list-selection';
import { useIsNew } from '../model/new-records';
import { recordFilter, useFilterChoice } from '../model/record-filter';
import { useKinds, useRecordList } from '../model/record-queries';
import { RecordFilters } from './record-filters';
import { RecordRow } from './record-row';

/** The records held here, newest first, page after page. */
export function RecordList() {
  const t = useTranslate();
  const language = useLanguage();
  const kinds = useKinds().data ?? [];
  const isNew = useIsNew();
  const now = useNow(20_000);
  const minute = Math.floor(now.getTime() / 60_000);
  const choice = useDebounced(useFilterChoice(), 200);
  const filter = useMemo(() => recordFilter(choice, new Date(minute * 60_000)), [choice, minute]);
  const list = useRecordList(filter);
  const held = useMemo(() => list.data?.pages.flatMap((page) => page.records) ?? [], [list.data]);
  const { records, later } = useRecordsAsOf(held);
  const { panel, at } = useRoute();
  const selected = panel.kind === 'record' ? panel.id : null;
  useOnScreen(
    'list',
    useMemo(() => records.map(({ banner }) => banner), [records]),
  );
  useEffect(() => walkedList.set(listOfRecords(records.map(({ id }) => id))), [records]);

  const rows = useRef<HTMLUListElement>(null);
  useEffect(() => {
    rows.current?.querySelector('[data-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  return (
    <section className="record-list" aria-label={t('list.title')}>
      <header className="pane-head">
        <h2>{t('list.title')}</h2>
        <span className="count">
          {t('list.count', { shown: records.length, total: list.data?.pages[0]?.total ?? 0 })}
        </span>
        {may('POST /api/v1/records') && (
          <button type="button" className="button primary small" onClick={() => compose()}>
            {t('list.write')}
          </button>
        )}
      </header>
      <RecordFilters />
      <div className="scroll" tabIndex={-1}>
        {at !== null && later > 0 && <p className="empty">{t('time.later', { n: later })}</p>}
        {list.isPending && <Loading />}
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && records.length === 0 && later === 0 && <p className="empty">{t('list.empty')}</p>}
        <ul className="rows" ref={rows}>
          {records.map((record) => (
            <RecordRow
              key={record.id}
              record={record}
              kinds={kinds}
              language={language}
              selected={record.id === selected}
              isNew={isNew(record)}
              now={at === null ? now : new Date(at)}
            />
          ))}
        </ul>
        {list.hasNextPage && <NextPage busy={list.isFetchingNextPage} load={() => void list.fetchNextPage()} />}
      </div>
    </section>
  );
}

/** Loads the next page when it comes into view; also a button, for the keyboard. */
function NextPage({ busy, load }: { busy: boolean; load: () => void }) {
  const t = useTranslate();
  const mark = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const watcher = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && load(),
    );
    if (mark.current && !busy) {
      watcher.observe(mark.current);
    }
    return () => watcher.disconnect();
  }, [busy, load]);
  return (
    <button type="button" ref={mark} className="button quiet next-page" disabled={busy} onClick={load}>
      {busy ? t('common.loading') : t('list.more')}
    </button>
  );
}
