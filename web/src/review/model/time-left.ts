import type { Review } from '../../api/types';
import { duration } from '../../i18n/time';
import type { Translate } from '../../i18n/translate';

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** How a release that waits stands to its time. A quarter of the time, or one hour, counts as little. */
export type Urgency = 'overdue' | 'soon' | 'open';

export type Waiting = Pick<Review, 'openedAt' | 'dueAt' | 'escalated'>;

export function urgency({ openedAt, dueAt, escalated }: Waiting, now: Date): Urgency {
  const due = Date.parse(dueAt);
  const left = due - now.getTime();
  if (escalated || left <= 0) {
    return 'overdue';
  }
  return left <= Math.max(HOUR, (due - Date.parse(openedAt)) / 4) ? 'soon' : 'open';
}

/** `3 h left`, `due now`, `20 min overdue`. */
export function timeLeft({ dueAt }: Pick<Review, 'dueAt'>, now: Date, t: Translate): string {
  const left = Date.parse(dueAt) - now.getTime();
  if (left > 0) {
    return t('review.left', { time: duration(left, t) });
  }
  return left > -MINUTE ? t('review.dueNow') : t('review.overdue', { time: duration(-left, t) });
}
