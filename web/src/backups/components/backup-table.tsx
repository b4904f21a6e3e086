import type { BackupState } from '../../api/types';
import { age, zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { byteCount } from '../../ui/figures';

/** The backups that are complete, the newest first. */
export function BackupTable({ made, now }: { made: BackupState['made']; now: Date }) {
  const t = useTranslate();
  if (made.length === 0) {
    return <p className="empty">{t('backups.none')}</p>;
  }
  return (
    <table className="audit-table">
      <thead>
        <tr>
          <th scope="col">{t('backups.name')}</th>
          <th scope="col">{t('backups.made')}</th>
          <th scope="col" className="number">
            {t('backups.size')}
          </th>
          <th scope="col">{t('backups.version')}</th>
        </tr>
      </thead>
      <tbody>
        {made.map((one) => (
          <tr key={one.name}>
            <th scope="row" className="mono">
              {one.name}
            </th>
            <td>
              <span className="mono">{zuluFull(one.until)}</span> · {age(one.until, now, t)}
            </td>
            <td className="number mono">{byteCount(one.bytes)}</td>
            <td className="mono">{one.version}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
