import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Witnesses } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { isTextKey, useTranslate, type Translate } from '../../i18n/translate';
import { may } from '../../session/session';
import { Failure } from '../../ui/failure';
import { StatusShape } from '../../ui/status-shape';
import { askWitnesses } from '../api/ask-witnesses';
import { listWitnesses } from '../api/list-witnesses';
import { AcceptLog } from './accept-log';

const KEY = ['audit', 'witnesses'];
const EVERY = 15_000;

function stateText(state: string | null | undefined, t: Translate): string {
  const key = `witness.state.${state ?? 'never'}`;
  return isTextKey(key) ? t(key) : String(state);
}

function shape(state: string | null | undefined) {
  return state === 'cosigned' ? 'normal' : state ? 'critical' : 'standby';
}

/** Who cosigned this log and how far behind each is; and how the logs of partners stand here. */
export function WitnessPanel() {
  const t = useTranslate();
  const client = useQueryClient();
  const state = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => listWitnesses(signal),
    refetchInterval: EVERY,
  });
  const put = (all: Witnesses) => client.setQueryData(KEY, all);
  const ask = useMutation({ mutationFn: askWitnesses, onSuccess: put });
  const { data } = state;
  if (!data || data.ours.length === 0) {
    return state.isError ? <Failure error={state.error} /> : null;
  }
  const alarms = data.theirs.filter(({ state: stands }) => stands !== 'cosigned');
  return (
    <section className="tampering" aria-label={t('witness.title')}>
      <div className="buttons">
        <h3>{t('witness.title')}</h3>
        {may('POST /api/v1/audit/witnesses') && (
          <button type="button" className="button small" disabled={ask.isPending} onClick={() => ask.mutate()}>
            {t('witness.ask')}
          </button>
        )}
      </div>
      <p className="quiet-text">{t('witness.what')}</p>
      {ask.isError && <Failure error={ask.error} />}
      {ask.isSuccess && (
        <p className="quiet-text" role="status">
          {t('witness.asked')}
        </p>
      )}
      {alarms.map((one) => (
        <div key={one.party} className="notice" data-tone="critical" role="alert">
          <strong>
            {t(one.state === 'went-back' ? 'witness.alarm.went-back' : 'witness.alarm.inconsistent', {
              party: one.party,
              size: one.size,
              offered: one.offered,
              backTo: one.backTo,
            })}
          </strong>
          {may('POST /api/v1/audit/witnesses/{party}/accept') && <AcceptLog party={one.party} onAccepted={put} />}
        </div>
      ))}
      <Table all={data} />
      <details>
        <summary>{t('witness.list')}</summary>
        {data.cosignatures.map((one) => (
          <details key={`${one.party} ${one.size} ${one.root}`}>
            <summary>
              {one.party} · {t('witness.cosignedTo', { n: one.size, time: zuluFull(one.at) })} ·{' '}
              <span className="hash">{one.root}</span>
            </summary>
            <pre className="checkpoint">{one.checkpoint}</pre>
          </details>
        ))}
      </details>
    </section>
  );
}

function Table({ all }: { all: Witnesses }) {
  const t = useTranslate();
  return (
    <table className="audit-table">
      <thead>
        <tr>
          <th scope="col">{t('witness.partner')}</th>
          <th scope="col">{t('witness.thisLog')}</th>
          <th scope="col">{t('witness.theirLog')}</th>
        </tr>
      </thead>
      <tbody>
        {all.ours.map((one) => {
          const theirs = all.theirs.find(({ party }) => party === one.party);
          return (
            <tr key={one.party}>
              <th scope="row">
                {one.party} <span className="mono quiet-text">{one.node}</span>
              </th>
              <td>
                <StatusShape status={shape(one.state)} /> {stateText(one.state, t)}
                {one.at && ` · ${t('witness.cosignedTo', { n: one.size, time: zuluFull(one.at) })}`}
                {one.at && ` · ${t('witness.behind', { n: one.behind })}`}
              </td>
              <td>
                <StatusShape status={shape(theirs?.state)} /> {stateText(theirs?.state, t)}
                {theirs?.at && ` · ${t('witness.cosignedTo', { n: theirs.size, time: zuluFull(theirs.at) })}`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
