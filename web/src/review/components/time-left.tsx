import { useTranslate } from '../../i18n/translate';
import { StatusShape, type Status } from '../../ui/status-shape';
import { timeLeft, urgency, type Urgency, type Waiting } from '../model/time-left';

const SHAPES: Record<Urgency, Status> = { overdue: 'critical', soon: 'caution', open: 'standby' };

/** How long still, by shape, color and word. */
export function TimeLeft({ waits, now }: { waits: Waiting; now: Date }) {
  const t = useTranslate();
  const state = urgency(waits, now);
  return (
    <span className="time-left" data-urgency={state} title={waits.escalated ? t('review.escalated') : undefined}>
      <StatusShape status={SHAPES[state]} />
      {timeLeft(waits, now, t)}
      {waits.escalated && <span className="hidden-text">{t('review.escalated')}</span>}
    </span>
  );
}
