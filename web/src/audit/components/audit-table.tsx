import type { AuditEntry } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { isTextKey, useTranslate } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';

export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const t = useTranslate();
  return (
    <table className="audit-table">
      <thead>
        <tr>
          <th scope="col">{t('audit.position')}</th>
          <th scope="col">{t('audit.time')}</th>
          <th scope="col">{t('audit.event')}</th>
          <th scope="col">{t('audit.actor')}</th>
          <th scope="col">{t('audit.party')}</th>
          <th scope="col">{t('audit.record')}</th>
          <th scope="col">{t('audit.details')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Entry key={entry.position} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const t = useTranslate();
  const key = `event.${entry.event}`;
  const { record } = entry;
  return (
    <tr>
      <td className="mono">{entry.position}</td>
      <td className="mono">{zuluFull(entry.time)}</td>
      <td>{isTextKey(key) ? t(key) : entry.event}</td>
      <td>{entry.actor}</td>
      <td>{entry.party}</td>
      <td>
        {record && (
          <button type="button" className="link mono" onClick={() => openRecord(record)}>
            {record.slice(0, 8)}
          </button>
        )}
      </td>
      <td className="details">
        {Object.entries(entry.details)
          .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
          .join(' · ')}
      </td>
    </tr>
  );
}
