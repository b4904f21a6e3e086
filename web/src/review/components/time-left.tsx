import type { Review } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { StatusShape, type Status } from '../../ui/status-shape';
import { timeLeft, urgency, type Urgency } from '../model/time-left';

const SHAPES: Record<Urgency, Status> = { overdue: 'critical', soon: 'caution', open: 'standby' };

/** How long still, by shape, color and word. */
export function TimeLeft({ review, now }: { review: Review; now: Date }) {
  const t = useTranslate();
  const state = urgency(review, now);
  return (
    <span className="time-left" data-urgency={state} title={review.escalated ? t('review.escalated') : undefined}>
      <StatusShape status={SHAPES[state]} />
      {timeLeft(review, now, t)}
      {review.escalated && <span className="hidden-text">{t('review.escalated')}</span>}
    </span>
  );
}
