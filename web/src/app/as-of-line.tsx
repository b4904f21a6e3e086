import { zuluFull } from '../i18n/time';
import { useTranslate } from '../i18n/translate';
import { openTime, useRoute } from '../navigation/route';

/** Says that what is shown is not now; the way back is beside it. */
export function AsOfLine() {
  const t = useTranslate();
  const { at } = useRoute();
  return at === null ? null : (
    <div className="as-of-line" role="status">
      <strong>{t('time.asOf', { time: zuluFull(at) })}</strong>
      <span>{t('time.asOfNote')}</span>
      <button type="button" className="link" onClick={() => openTime(null)}>
        {t('time.now')}
      </button>
    </div>
  );
}
