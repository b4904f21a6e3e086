import { useTranslate } from '../../i18n/translate';
import { useBacklog } from '../model/review-queries';

/** How many releases wait for officers, at the door of their desk; it stands out when some wait for too long. */
export function BacklogMark() {
  const t = useTranslate();
  const backlog = useBacklog().data;
  const waiting = (backlog?.reviews.waiting ?? 0) + (backlog?.emergencies.waiting ?? 0);
  const overdue = (backlog?.reviews.overdue ?? 0) + (backlog?.emergencies.overdue ?? 0);
  return waiting === 0 ? null : (
    <em className="count-mark rail-mark" data-tone={overdue > 0 ? 'critical' : 'normal'} role="status">
      {overdue > 0 && <b aria-hidden="true">!</b>}
      {waiting}
      <i className="hidden-text">
        {t('review.waitHere', { n: waiting })}
        {overdue > 0 && t('review.waitTooLong', { n: overdue })}
      </i>
    </em>
  );
}
