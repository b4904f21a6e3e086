import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AcsaAlert, AcsaDashboard, AcsaSum } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { may } from '../../session/session';
import { DateInput } from '../../ui/date-input';
import { Failure, Loading } from '../../ui/failure';
import { saveFile } from '../../ui/save-file';
import { exportUnreconciled, noticeAlerts, readDashboard } from '../api/follow-up';
import type { Period } from '../api/read-account';
import { money } from '../model/money';
import { CeilingTable } from './ceiling-table';
import { FiscalYears } from './fiscal-years';
import { Heads } from './heads';

const EVERY = 15_000;
const MOST_ALERTS = 50;

/** What is open with whom, how long, and who has to be told. */
export function DashboardPage() {
  const t = useTranslate();
  const [period, setPeriod] = useState<Period>({ from: '', to: '' });
  const state = useQuery({
    queryKey: ['acsa', 'dashboard', period.from, period.to],
    queryFn: ({ signal }) => readDashboard(period, signal),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY,
  });
  return (
    <>
      <FiscalYears period={period} choose={setPeriod} whole />
      {period.from !== '' && <p className="quiet-text">{t('acsa.fiscal.means')}</p>}
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && <Whole board={state.data} />}
    </>
  );
}

function Whole({ board }: { board: AcsaDashboard }) {
  const t = useTranslate();
  return (
    <>
      <p className="notice" role="status">
        {t('acsa.board.orders', { n: board.orders, open: board.open })}
      </p>
      <Alerts alerts={board.alerts} />
      <Sums title={t('acsa.board.byPartner')} sums={board.byPartner} name={(key) => key} />
      <Sums
        title={t('acsa.board.bySettlement')}
        sums={board.bySettlement}
        name={(key) => t(`acsa.choice.${key}` as TextKey)}
      />
      <Sums title={t('acsa.board.byAge')} sums={board.byAge} name={(key) => t(`acsa.age.${key}` as TextKey)} />
      <Sums
        title={t('acsa.board.byCategory')}
        sums={board.byCategory}
        name={(key) => t(`acsa.choice.${key}` as TextKey)}
        whole
      />
      <section>
        <h4>{t('acsa.ceilings')}</h4>
        <CeilingTable />
      </section>
      <Unreconciled board={board} />
    </>
  );
}

function Alerts({ alerts }: { alerts: readonly AcsaAlert[] }) {
  const t = useTranslate();
  const client = useQueryClient();
  const notice = useMutation({
    mutationFn: noticeAlerts,
    onSuccess: () => client.invalidateQueries({ queryKey: ['acsa', 'dashboard'] }),
  });
  return (
    <section>
      <h4>{t('acsa.board.alerts')}</h4>
      {alerts.length === 0 && <p className="quiet-text">{t('acsa.board.noAlerts')}</p>}
      {alerts.length > 0 && (
        <table className="audit-table">
          <Heads names={['order', 'clock', 'dueOn', 'toBeTold', 'noticed']} />
          <tbody>
            {alerts.slice(0, MOST_ALERTS).map((one) => (
              <tr key={`${one.order} ${one.delivery} ${one.clock} ${one.party}`} data-rung={one.rung}>
                <td>
                  <OrderLink id={one.order} />
                </td>
                <td>
                  <b className="mono">{one.party}</b>: {t(`acsa.clock.${one.clock}` as TextKey)}
                </td>
                <td>
                  <span className="acsa-days" data-level={one.rung === 'escalated' ? 'overdue' : one.rung}>
                    {one.daysLeft < 0 ? t('acsa.over', { n: -one.daysLeft }) : t('acsa.days', { n: one.daysLeft })}
                    <small className="mono"> {one.due}</small>
                  </span>
                </td>
                <td>{t(`acsa.addressee.${one.addressee}`)}</td>
                <td>
                  {one.noticedBy ?? (
                    <>
                      {one.raisedAt && may('POST /api/v1/acsa/orders/{id}/notice') && (
                        <button type="button" className="button quiet" onClick={() => notice.mutate(one.order)}>
                          {t('acsa.board.notice')}
                        </button>
                      )}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {alerts.length > MOST_ALERTS && (
        <p className="quiet-text">{t('acsa.board.more', { n: alerts.length - MOST_ALERTS })}</p>
      )}
    </section>
  );
}

interface SumsProps {
  readonly title: string;
  readonly sums: readonly AcsaSum[];
  readonly name: (key: string) => string;
  /** Whether it is about all lines and not about open deliveries. */
  readonly whole?: boolean;
}

function Sums({ title, sums, name, whole = false }: SumsProps) {
  const t = useTranslate();
  return (
    <section>
      <h4>{title}</h4>
      {sums.length === 0 && <p className="quiet-text">{t('acsa.none')}</p>}
      {sums.length > 0 && (
        <table className="audit-table">
          <Heads
            names={['what', 'direction', whole ? 'value' : 'outstanding', ...(whole ? [] : ['open', 'overdue'])]}
          />
          <tbody>
            {sums.map((one) => (
              <tr key={`${one.key} ${one.direction} ${one.currency}`} data-sum={one.key}>
                <td>{name(one.key)}</td>
                <td>{t(`acsa.choice.${one.direction}` as TextKey)}</td>
                <td className="mono">{money(one.amount, one.currency)}</td>
                {!whole && <td className="mono">{one.items}</td>}
                {!whole && <td className="mono">{one.overdue}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Unreconciled({ board }: { board: AcsaDashboard }) {
  const t = useTranslate();
  const [on, setOn] = useState(board.on);
  const save = async () => saveFile(await exportUnreconciled(on), `acsa-unreconciled-${on}.csv`);
  return (
    <section>
      <h4>{t('acsa.board.unreconciled')}</h4>
      <p className="quiet-text">{t('acsa.board.unreconciledMeans')}</p>
      <ul className="acsa-clocks">
        {board.unreconciled.map((one) => (
          <li key={`${one.order} ${one.delivery}`}>
            <OrderLink id={one.order} /> {one.partner} {t('acsa.deliveryNo', { n: one.delivery })} {one.deliveredOn}{' '}
            <span className="mono">{money(one.outstanding, one.currency)}</span>{' '}
            {t(`acsa.delivery.${one.state}` as TextKey)}
          </li>
        ))}
      </ul>
      <FiscalYears period={{ from: '', to: on }} choose={({ to }) => setOn(to)} />
      <div className="buttons">
        <label className="form-row">
          <span className="form-name">{t('acsa.asOf')}</span>
          <DateInput value={on} onChange={setOn} />
        </label>
        <button type="button" className="button quiet" disabled={on === ''} onClick={() => void save()}>
          {t('acsa.csv')}
        </button>
      </div>
    </section>
  );
}

function OrderLink({ id }: { id: string }) {
  return (
    <button type="button" className="link mono" onClick={() => openScreen('acsa', id)}>
      {id.slice(0, 8)}
    </button>
  );
}
