import { useTranslate } from '../i18n/translate';
import { useNow } from '../ui/use-now';

const JST_MINUTES = 540;

/** Z first, then JST, then the clock of this machine where that is another one. */
export function Clocks() {
  const t = useTranslate();
  const now = useNow(1000);
  const iso = now.toISOString();
  const jst = new Date(now.getTime() + JST_MINUTES * 60_000).toISOString();
  const offset = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + offset * 60_000).toISOString();
  return (
    <div className="clocks" role="group" aria-label={t('clock.label')}>
      <span>
        <b>{iso.slice(11, 19)}</b> {t('clock.z')}
      </span>
      <span>
        <b>{jst.slice(11, 19)}</b> {t('clock.jst')}
      </span>
      {offset !== JST_MINUTES && offset !== 0 && (
        <span>
          <b>{local.slice(11, 16)}</b> {t('clock.local')}
        </span>
      )}
    </div>
  );
}
