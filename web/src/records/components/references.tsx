import { useQueries } from '@tanstack/react-query';
import { isProblem } from '../../api/problem';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';
import { getRecord } from '../api/get-record';
import { recordTitle, shortId } from '../model/record-text';

/** What this record refers to. It may name a record that came late, never came, or is not for this nation. */
export function References({ ids }: { ids: readonly string[] }) {
  const t = useTranslate();
  const language = useLanguage();
  const records = useQueries({
    queries: ids.map((id) => ({ queryKey: ['record', id], queryFn: () => getRecord(id) })),
  });
  if (ids.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('record.references')}>
      <h3>{t('record.references')}</h3>
      <ul className="references">
        {ids.map((id, index) => {
          const found = records[index];
          const missing = isProblem(found?.error) && found.error.status === 404;
          return (
            <li key={id}>
              {missing ? (
                <span className="quiet-text">
                  <code>{shortId(id)}</code> {t('record.notHeld')}
                </span>
              ) : (
                <button type="button" className="link" onClick={() => openRecord(id)}>
                  {found?.data ? recordTitle(found.data, language, t) : <code>{shortId(id)}</code>}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
