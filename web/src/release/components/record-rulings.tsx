import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Ruling } from '../../api/types';
import { pointerName } from '../../i18n/field-name';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import { Failure } from '../../ui/failure';
import { liftRuling } from '../api/lift-ruling';
import { listRulings } from '../api/list-rulings';

/** What officers ruled about a record; nothing where nobody did. */
export function RecordRulings({ record }: { record: string }) {
  const t = useTranslate();
  const [lifting, setLifting] = useState<string | null>(null);
  const rulings = useQuery({ queryKey: ['rulings', record], queryFn: ({ signal }) => listRulings(record, signal) });
  if (rulings.isError) {
    return <Failure error={rulings.error} retry={() => void rulings.refetch()} />;
  }
  if (!rulings.data || rulings.data.length === 0) {
    return null;
  }
  const lifts = may('POST /api/v1/records/{id}/rulings/{party}/lift');
  return (
    <div className="rulings">
      <h3>{t('ruling.title')}</h3>
      <ul>
        {rulings.data.map((ruling) => (
          <li key={ruling.party} data-party={ruling.party} data-released={ruling.released}>
            <RulingFacts ruling={ruling} />
            {lifting === ruling.party ? (
              <LiftForm record={record} party={ruling.party} onClose={() => setLifting(null)} />
            ) : (
              lifts && (
                <button type="button" className="button small quiet" onClick={() => setLifting(ruling.party)}>
                  {t('ruling.lift')}
                </button>
              )
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function RulingFacts({ ruling }: { ruling: Ruling }) {
  const t = useTranslate();
  const { party, released, cuts, by, reason, emergency, at, current } = ruling;
  return (
    <div>
      <strong>{party}</strong> {t(released ? 'ruling.released' : 'ruling.withheld')}
      {emergency && <em> ({t('ruling.emergency')})</em>}
      {cuts.length > 0 && <> · {t('ruling.without', { cuts: cuts.map((one) => pointerName(one, t)).join(', ') })}</>}
      <small>
        {' '}
        · {t('ruling.by', { by: by.join(', ') })} · <span className="mono">{zuluFull(at)}</span>
      </small>
      <p className="text">{reason}</p>
      {!current && <p className="quiet-text">{t('ruling.outdated')}</p>}
    </div>
  );
}

function LiftForm({ record, party, onClose }: { record: string; party: string; onClose: () => void }) {
  const t = useTranslate();
  const id = useId();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const lift = useMutation({
    mutationFn: () => liftRuling(record, party, reason.trim()),
    onSuccess: async (left) => {
      client.setQueryData(['rulings', record], left);
      onClose();
      await client.invalidateQueries();
    },
  });
  return (
    <form
      className="confirm"
      onSubmit={(event) => {
        event.preventDefault();
        lift.mutate();
      }}
    >
      <div className="effect">{t('ruling.liftEffect', { party })}</div>
      <label htmlFor={`${id}-reason`}>{t('policy.reason')}</label>
      <textarea
        id={`${id}-reason`}
        rows={2}
        maxLength={500}
        required
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {lift.isError && <Failure error={lift.error} />}
      <div className="buttons">
        <button type="submit" className="button danger" disabled={reason.trim() === '' || lift.isPending}>
          {t('ruling.doLift')}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
