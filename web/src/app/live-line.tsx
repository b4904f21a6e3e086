import { useTranslate } from '../i18n/translate';
import { zuluFull } from '../i18n/time';
import { liveState, retryLive } from '../node/model/live-updates';
import { useStore } from '../ui/store';
import { useNow } from '../ui/use-now';

/** Says that what is shown no longer updates itself, since when, and when the next attempt is. */
export function LiveLine() {
  const t = useTranslate();
  const live = useStore(liveState);
  const now = useNow(1000);
  // A reconnect inside two seconds is not worth a line.
  if (live.state !== 'lost' || now.getTime() - live.since < 2_000) {
    return null;
  }
  const seconds = Math.max(0, Math.ceil((live.retryAt - now.getTime()) / 1000));
  return (
    <div className="live-line" role="status">
      {t('live.lost', { time: zuluFull(new Date(live.since).toISOString()) })}{' '}
      <span>{t('live.retryIn', { seconds })}</span>
      <button type="button" className="link" onClick={retryLive}>
        {t('live.retryNow')}
      </button>
    </div>
  );
}
