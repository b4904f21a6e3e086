import { useMemo, useState } from 'react';
import { isTextKey, useTranslate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { Failure, Loading } from '../../ui/failure';
import { useAudit, useAuditCheckpoint } from '../model/audit-queries';
import type { AuditFilter } from '../api/list-audit';
import { AuditTable } from './audit-table';

const EVENTS = [
  'record-stored',
  'record-revised',
  'record-recalled',
  'record-received',
  'record-recovered',
  'record-read',
  'attachment-read',
  'release-decided',
  'review-opened',
  'review-voice',
  'review-escalated',
  'ruling-lifted',
  'emergency-release',
  'emergency-reviewed',
  'release-policy-proposed',
  'release-policy-confirmed',
  'release-policy-rejected',
  'agreement-suspended',
  'agreement-resumed',
  'agreement-ended',
  'link-up',
  'link-down',
  'link-refused',
  'ledger-recovered',
  'backup-made',
  'backup-failed',
  'restored',
  'signed-in',
  'signed-out',
  'sign-in-failed',
  'access-refused',
  'person-added',
  'person-changed',
  'person-deactivated',
  'person-invited',
  'credentials-set',
  'token-made',
  'token-revoked',
];

/** Who did what, in the order it happened, with the checkpoint that seals it. */
export function AuditScreen({ record }: { record: string | null }) {
  const t = useTranslate();
  const [event, setEvent] = useState('');
  const filter = useMemo<AuditFilter>(
    () => ({ ...(record ? { record } : {}), ...(event ? { event } : {}) }),
    [record, event],
  );
  const audit = useAudit(filter);
  const checkpoint = useAuditCheckpoint().data;
  const entries = audit.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section className="register" aria-label={t('audit.title')}>
      <header className="register-head">
        <h2>{t('audit.title')}</h2>
        <small>{t('audit.subtitle')}</small>
        <select aria-label={t('audit.event')} value={event} onChange={(change) => setEvent(change.target.value)}>
          <option value="">
            {t('audit.event')}: {t('filter.all')}
          </option>
          {EVENTS.map((name) => {
            const key = `event.${name}`;
            return (
              <option key={name} value={name}>
                {isTextKey(key) ? t(key) : name}
              </option>
            );
          })}
        </select>
        {record && (
          <button type="button" className="button small" onClick={() => openScreen('audit')}>
            {t('audit.onlyRecord', { id: record.slice(0, 13) })} ✕
          </button>
        )}
        {checkpoint && <span className="quiet-text">{t('audit.entries', { n: checkpoint.size })}</span>}
      </header>
      <div className="register-body">
        {checkpoint && (
          <details>
            <summary>
              {t('audit.checkpoint')} · {t('audit.root')} <span className="hash">{checkpoint.root}</span>
            </summary>
            <pre className="checkpoint">{checkpoint.checkpoint}</pre>
          </details>
        )}
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
