import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AcsaClock, AcsaRow } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { useOnScreen } from '../../release/model/on-screen';
import { Failure, Loading } from '../../ui/failure';
import { listOrders } from '../api/list-orders';
import { makeQueueSheet } from '../api/sheets';
import { SheetButtons } from './sheet-buttons';

const EVERY = 10_000;
const LEVELS = ['overdue', '7', '30', '60', '90'] as const;

/** Orders with what has to be done next, the most pressing first. */
export function OrderQueue() {
  const t = useTranslate();
  const [onlyOurs, setOnlyOurs] = useState(false);
  const [all, setAll] = useState(false);
  const state = useQuery({
    queryKey: ['acsa', 'orders', all],
    queryFn: ({ signal }) => listOrders(!all, signal),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY,
  });
  const orders = state.data?.orders ?? [];
  const shown = orders.filter((row) => (all || row.clock) && (!onlyOurs || row.yours));
  useOnScreen(
    'acsa queue',
    shown.map(({ label }) => label),
  );
  return (
    <>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && (
        <>
          <p className="notice" role="status">
            {LEVELS.map((level) => (
              <span key={level} className="acsa-count" data-level={level}>
                {t(`acsa.level.${level}`)} <b>{orders.filter((row) => row.clock?.level === level).length}</b>
              </span>
            ))}
            <span className="acsa-count">
              {t('acsa.unreconciled')} <b>{orders.filter((row) => row.unreconciled).length}</b>
            </span>
          </p>
          <div className="buttons acsa-filters">
            <label>
              <input type="checkbox" checked={onlyOurs} onChange={({ target }) => setOnlyOurs(target.checked)} />
              <span>{t('acsa.onlyOurs')}</span>
            </label>
            <label>
              <input type="checkbox" checked={all} onChange={({ target }) => setAll(target.checked)} />
              <span>{t('acsa.withClosed')}</span>
            </label>
          </div>
          <SheetButtons make={(form) => makeQueueSheet(form)} name="acsa-queue" />
          {shown.length === 0 ? <p className="quiet-text">{t('acsa.none')}</p> : <Queue rows={shown} />}
        </>
      )}
    </>
  );
}

function Queue({ rows }: { rows: readonly AcsaRow[] }) {
  const t = useTranslate();
  return (
    <table className="audit-table">
      <thead>
        <tr>
          <th scope="col">{t('acsa.left')}</th>
          <th scope="col">{t('acsa.nextStep')}</th>
          <th scope="col">{t('acsa.order')}</th>
          <th scope="col">{t('acsa.sides')}</th>
          <th scope="col">{t('acsa.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-order={row.id}>
            <td>{row.clock ? <DaysLeft clock={row.clock} /> : '–'}</td>
            <td>{row.clock ? <Next clock={row.clock} /> : ''}</td>
            <td>
              <button type="button" className="link" onClick={() => openScreen('acsa', row.id)}>
                {row.item}
                {row.lines > 1 && ` +${row.lines - 1}`} <span className="mono">{row.id.slice(0, 8)}</span>
              </button>
              {row.unfit > 0 && <small> {t('acsa.unfit', { n: row.unfit })}</small>}
              {row.waiting > 0 && <small> {t('acsa.waitingFor', { n: row.waiting })}</small>}
            </td>
            <td className="mono">
              {row.supplier} → {row.requester}
            </td>
            <td>{t(`acsa.state.${row.state}` as TextKey)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DaysLeft({ clock }: { clock: AcsaClock }) {
  const t = useTranslate();
  return (
    <span className="acsa-days" data-level={clock.level}>
      {clock.daysLeft < 0 ? t('acsa.over', { n: -clock.daysLeft }) : t('acsa.days', { n: clock.daysLeft })}
      <small className="mono"> {clock.due}</small>
    </span>
  );
}

export function Next({ clock }: { clock: AcsaClock }) {
  const t = useTranslate();
  return (
    <>
      <b className="mono">{clock.party}</b>: {t(`acsa.clock.${clock.code}` as TextKey)}
      {clock.delivery > 0 && ` (${t('acsa.deliveryNo', { n: clock.delivery })})`}
    </>
  );
}
