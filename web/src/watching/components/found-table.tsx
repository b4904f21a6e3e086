import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { filterChoice, NO_FILTER } from '../../records/model/record-filter';
import { decimal } from '../../ui/figures';

/** How many findings of each kind there were since the node started. */
export function FoundTable({ found }: { found: Readonly<Record<string, number>> }) {
  const t = useTranslate();
  const kinds = Object.entries(found);
  const toRecords = () => {
    filterChoice.set({ ...NO_FILTER, kind: 'finding' });
    openScreen('records');
  };
  return (
    <>
      <h3>{t('watching.found')}</h3>
      {kinds.length === 0 && <p className="quiet-text">{t('watching.notCleared')}</p>}
      <table className="audit-table">
        <thead>
          <tr>
            <th scope="col">{t('watching.what')}</th>
            <th scope="col">{t('watching.rule')}</th>
            <th scope="col">{t('watching.count')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(([kind, count]) => (
            <tr key={kind} data-kind={kind}>
              <th scope="row">{t(`watching.kind.${kind}` as TextKey)}</th>
              <td>{t(`watching.means.${kind}` as TextKey)}</td>
              <td className="mono">{decimal(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons">
        <button type="button" className="button quiet" onClick={toRecords}>
          {t('watching.toRecords')}
        </button>
      </div>
    </>
  );
}
