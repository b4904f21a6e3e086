import { useState } from 'react';
import type { AuditEntry } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { isTextKey, useTranslate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { sentence } from '../model/sentence';
import { EntryDetail } from './entry-detail';

export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const t = useTranslate();
  const [open, setOpen] = useState<number | null>(null);
  return (
    <table className="audit-table">
      <thead>
        <tr>
          <th scope="col">{t('audit.position')}</th>
          <th scope="col">{t('audit.time')}</th>
          <th scope="col">{t('audit.event')}</th>
          <th scope="col">{t('audit.what')}</th>
          <th scope="col">{t('audit.record')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Entry
            key={entry.position}
            entry={entry}
            open={open === entry.position}
            toggle={() => setOpen(open === entry.position ? null : entry.position)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface EntryProps {
  readonly entry: AuditEntry;
  readonly open: boolean;
  readonly toggle: () => void;
}

function Entry({ entry, open, toggle }: EntryProps) {
  const t = useTranslate();
  const key = `event.${entry.event}`;
  const { record } = entry;
  return (
    <>
      <tr data-event={entry.event} data-position={entry.position}>
        <td className="mono">
          <button
            type="button"
            className="link mono"
            aria-expanded={open}
            aria-label={t('audit.open', { n: entry.position })}
            onClick={toggle}
          >
            {entry.position}
          </button>
        </td>
        <td className="mono">{zuluFull(entry.time)}</td>
        <td>{isTextKey(key) ? t(key) : entry.event}</td>
        <td className="told">{sentence(entry, t)}</td>
        <td>
          {record && (
            <button
              type="button"
              className="link mono"
              title={t('audit.follow')}
              onClick={() => openScreen('audit', record)}
            >
              {record.slice(0, 8)}
            </button>
          )}
        </td>
      </tr>
      {open && (
        <tr className="entry-detail">
          <td colSpan={5}>
            <EntryDetail entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
}
