import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Emergency } from '../../api/types';
import { age, localTime, zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { may, session } from '../../session/session';
import { Failure } from '../../ui/failure';
import { StatusShape } from '../../ui/status-shape';
import { useStore } from '../../ui/store';
import { reviewEmergency } from '../api/review-emergency';
import { TimeLeft } from './time-left';

interface Props {
  readonly emergency: Emergency;
  readonly now: Date;
}

export function EmergencyItem({ emergency, now }: Props) {
  const t = useTranslate();
  const caller = useStore(session).caller?.name;
  const { party, title, banner, by, reason, at, due, escalated, reviewedBy, reviewedAt, note, withdrawn } = emergency;
  return (
    <li className="emergency" data-id={emergency.id} data-seen={Boolean(reviewedAt)}>
      <header className="chips">
        <span className="verdict">
          <StatusShape status={reviewedAt ? (withdrawn ? 'off' : 'normal') : 'critical'} />
          {t(withdrawn ? 'emergency.withdrawn' : reviewedAt ? 'emergency.seen' : 'emergency.unseen')}
        </span>
        {!reviewedAt && <TimeLeft waits={{ openedAt: at, dueAt: due, escalated }} now={now} />}
        <h3>
          → {party} {title || t('review.untitled')}
        </h3>
        <LabelChip text={banner} />
        <button type="button" className="link" onClick={() => openRecord(emergency.record)}>
          {t('review.record')}
        </button>
      </header>
      <dl className="facts">
        <dt>{t('emergency.by')}</dt>
        <dd>{by}</dd>
        <dt>{t('emergency.at')}</dt>
        <dd>
          <span className="mono">{zuluFull(at)}</span> <span className="local">{localTime(at)}</span> ·{' '}
          {age(at, now, t)}
        </dd>
        <dt>{t('emergency.because')}</dt>
        <dd>{reason}</dd>
        {reviewedAt && (
          <>
            <dt>{t('emergency.reviewedBy')}</dt>
            <dd>
              {reviewedBy} <span className="mono">{zuluFull(reviewedAt)}</span>
            </dd>
            <dt>{t('emergency.note')}</dt>
            <dd>{note}</dd>
          </>
        )}
      </dl>
      {!reviewedAt &&
        may('POST /api/v1/emergencies/{id}') &&
        (by === caller ? <p className="quiet-text">{t('emergency.own')}</p> : <AfterwardsForm emergency={emergency} />)}
    </li>
  );
}

/** The security officer's word afterwards. */
function AfterwardsForm({ emergency }: { emergency: Emergency }) {
  const t = useTranslate();
  const id = useId();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [withdraw, setWithdraw] = useState(false);
  const look = useMutation({
    mutationFn: () => reviewEmergency(emergency.id, { note: note.trim(), withdraw }),
    onSettled: () =>
      Promise.all(
        ['emergencies', 'release', 'rulings', 'reviews'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ),
  });
  return (
    <form
      className="afterwards"
      onSubmit={(event) => {
        event.preventDefault();
        look.mutate();
      }}
    >
      <label htmlFor={`${id}-note`}>{t('emergency.note')}</label>
      <textarea
        id={`${id}-note`}
        name="note"
        rows={2}
        maxLength={500}
        required
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <label className="tick">
        <input
          type="checkbox"
          name="withdraw"
          checked={withdraw}
          onChange={({ target }) => setWithdraw(target.checked)}
        />
        {t('emergency.withdraw', { party: emergency.party })}
      </label>
      {look.isError && <Failure error={look.error} />}
      <div className="buttons">
        <button
          type="submit"
          className={withdraw ? 'button danger' : 'button primary'}
          disabled={note.trim() === '' || look.isPending}
        >
          {t(withdraw ? 'emergency.doWithdraw' : 'emergency.keep')}
        </button>
      </div>
    </form>
  );
}
