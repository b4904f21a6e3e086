import { useMemo, useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { useDebounced } from '../../ui/use-debounced';
import type { AuditFilter } from '../api/list-audit';
import { useAudit, useAuditCheckpoint } from '../model/audit-queries';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';
import { ConsistencyCheck } from './consistency-check';
import { ExportButton } from './export-button';
import { RecordTrail } from './record-trail';
import { VerificationPanel } from './verification-panel';
import { WitnessPanel } from './witness-panel';

const TYPING = 300;

/** Who did what, in the order it happened, with the checkpoint that seals it and the proofs against it. */
export function AuditScreen({ record }: { record: string | null }) {
  const t = useTranslate();
  const [typed, setTyped] = useState<AuditFilter>({});
  const settled = useDebounced(typed, TYPING);
  const filter = useMemo<AuditFilter>(() => ({ ...settled, ...(record ? { record } : {}) }), [record, settled]);
  const stretch = {
    ...(typed.from ? { from: typed.from } : {}),
    ...(typed.until ? { until: typed.until } : {}),
  };
  const audit = useAudit(filter);
  const checkpoint = useAuditCheckpoint();
  const entries = audit.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section className="register" aria-label={t('audit.title')}>
      <header className="register-head">
        <h2>{t('audit.title')}</h2>
        <small>{t('audit.subtitle')}</small>
        {record && (
          <button type="button" className="button small" onClick={() => openScreen('audit')}>
            {t('audit.onlyRecord', { id: record.slice(0, 13) })} ✕
          </button>
        )}
        {checkpoint.data && <span className="quiet-text">{t('audit.entries', { n: checkpoint.data.size })}</span>}
        {may('GET /api/v1/audit/export') && <ExportButton {...stretch} />}
        <AuditFilters filter={typed} onChange={setTyped} />
      </header>
      <div className="register-body">
        {may('GET /api/v1/verification') && <VerificationPanel />}
        {may('GET /api/v1/audit/witnesses') && <WitnessPanel />}
        {checkpoint.isError && <Failure error={checkpoint.error} />}
        {checkpoint.data && (
          <details>
            <summary>
              {t('audit.checkpoint')} · {t('audit.root')} <span className="hash">{checkpoint.data.root}</span>
            </summary>
            {may('GET /api/v1/audit/consistency') && <ConsistencyCheck />}
            <pre className="checkpoint">{checkpoint.data.checkpoint}</pre>
          </details>
        )}
        {record && may('GET /api/v1/audit/records/{id}') && <RecordTrail record={record} entries={entries} />}
        {audit.isPending && <Loading />}
        {audit.isError && <Failure error={audit.error} retry={() => void audit.refetch()} />}
        {audit.isSuccess && entries.length === 0 && <p className="empty">{t('audit.empty')}</p>}
        {entries.length > 0 && <AuditTable entries={entries} />}
        {audit.hasNextPage && (
          <button
            type="button"
            className="button quiet"
            disabled={audit.isFetchingNextPage}
            onClick={() => void audit.fetchNextPage()}
          >
            {t('list.more')}
          </button>
        )}
      </div>
    </section>
  );
}
