import type { Review } from '../../api/types';
import { age, duration } from '../../i18n/time';
import type { Translate } from '../../i18n/translate';

const HOUR = 3_600_000;

/** How a release that waits stands to its time. A quarter of the time, or one hour, counts as little. */
export type Urgency = 'overdue' | 'soon' | 'open';

type Waiting = Pick<Review, 'openedAt' | 'dueAt' | 'escalated'>;

export function urgency({ openedAt, dueAt, escalated }: Waiting, now: Date): Urgency {
  const due = Date.parse(dueAt);
  const left = due - now.getTime();
  if (escalated || left <= 0) {
    return 'overdue';
  }
  return left <= Math.max(HOUR, (due - Date.parse(openedAt)) / 4) ? 'soon' : 'open';
}

/** `3 h left`, `20 min overdue`. */
export function timeLeft({ dueAt }: Pick<Review, 'dueAt'>, now: Date, t: Translate): string {
  const left = Date.parse(dueAt) - now.getTime();
  return left > 0 ? t('review.left', { time: duration(left, t) }) : t('review.overdue', { time: age(dueAt, now, t) });
}
