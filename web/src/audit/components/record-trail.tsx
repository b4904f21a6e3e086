import { useQuery } from '@tanstack/react-query';
import type { AuditEntry } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate, type Translate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { followRecord } from '../api/follow-record';
import { sentence } from '../model/sentence';
import { lineOfTime, type Step } from '../model/trail';

/** One record across nations, as far as this node may know. */
export function RecordTrail({ record, entries }: { record: string; entries: readonly AuditEntry[] }) {
  const t = useTranslate();
  const trail = useQuery({
    queryKey: ['audit', 'trail', record],
    queryFn: ({ signal }) => followRecord(record, signal),
  });
  return (
    <section className="record-trail" aria-label={t('audit.follows')}>
      <h3>{t('audit.follows')}</h3>
      <p className="quiet-text">{t('audit.followsHint')}</p>
      {trail.isError && <Failure error={trail.error} retry={() => void trail.refetch()} />}
      {trail.data && (
        <ol>
          {lineOfTime(entries, trail.data).map((step) => (
            <li key={keyOf(step)} data-step={step.kind}>
              <time className="mono">{zuluFull(step.at)}</time> <span>{told(step, t)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function keyOf(step: Step): string {
  switch (step.kind) {
    case 'entry':
      return `entry ${step.entry.position}`;
    case 'given':
      return `given ${step.given.party} ${step.given.position}`;
    case 'taken':
      return `taken ${step.taken.node} ${step.taken.position}`;
  }
}

function told(step: Step, t: Translate): string {
  switch (step.kind) {
    case 'entry':
      return sentence(step.entry, t);
    case 'given': {
      const { party, position, type, sent, confirmedBy } = step.given;
      const what = t(type === 'recall' ? 'audit.givenRecall' : 'audit.given', { party, n: position });
      const state = confirmedBy
        ? t('audit.confirmed', { party, time: zuluFull(confirmedBy) })
        : t(sent ? 'audit.sentNotConfirmed' : 'audit.waiting');
      return `${what} · ${state}`;
    }
    case 'taken': {
      const { node, position, type } = step.taken;
      return t(type === 'recall' ? 'audit.takenRecall' : 'audit.taken', { party: node, n: position });
    }
  }
}
