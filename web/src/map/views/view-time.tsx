import type { ViewContent } from '../../api/types';
import { duration } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';

/** Of what time the view is; nothing for now. */
export function ViewTime({ time }: { time: ViewContent['time'] }) {
  const t = useTranslate();
  switch (time.mode) {
    case 'now':
      return null;
    case 'ago':
      return <span className="view-time">{t('views.ago', { span: duration((time.minutes ?? 1) * 60_000, t) })}</span>;
    case 'at':
      return <span className="view-time mono">{(time.at ?? '').slice(0, 16).replace('T', ' ')}Z</span>;
  }
}
