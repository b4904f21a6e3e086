import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AcsaOrder, AcsaStep } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { ShownLabel } from '../../release/components/shown-label';
import { may } from '../../session/session';
import { DocumentButton } from '../../ui/document-button';
import { Failure, Loading } from '../../ui/failure';
import { decimal } from '../../ui/figures';
import { makeOrderDocument } from '../api/documents';
import { getOrder } from '../api/get-order';
import { makeOrderSheet } from '../api/sheets';
import { money } from '../model/money';
import { DeliveryTable } from './delivery-table';
import { Heads } from './heads';
import { Letters } from './letters';
import { OnwardTable } from './onward-table';
import { DaysLeft, Next } from './order-queue';
import { OrderStock } from './order-stock';
import { SheetButtons } from './sheet-buttons';
import { Sides } from './sides';
import { StepForm } from './step-form';
import { WhatIf } from './what-if';

const EVERY = 5_000;

/** One order: how it stands, its clocks, both sides' statements, and what may be said next. */
export function OrderPage({ id }: { id: string }) {
  const state = useQuery({
    queryKey: ['acsa', 'order', id],
    queryFn: ({ signal }) => getOrder(id, signal),
    refetchInterval: EVERY,
  });
  return (
    <>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && <Whole order={state.data} />}
    </>
  );
}

function Whole({ order }: { order: AcsaOrder }) {
  const t = useTranslate();
  const { request } = order;
  return (
    <>
      <header className="acsa-order">
        <h3>
          {t(`acsa.state.${order.state}` as TextKey)}{' '}
          <small className="mono">
            {order.supplier} → {order.requester} {order.id.slice(0, 8)}
          </small>
        </h3>
        <ShownLabel text={order.label} />
        <p>
          {String(request['unit'])} · {String(request['place'])} ·{' '}
          {t('acsa.needed', { day: String(request['neededOn']) })} ·{' '}
          {t(`acsa.choice.${String(order.offer?.['settlement'] ?? request['settlement'])}` as TextKey)} ·{' '}
          <span className="mono">{String(request['agreement'])}</span>
        </p>
        {order.offer?.['exemptTaxes'] !== undefined && (
          <p className="quiet-text" data-exempt>
            {t('acsa.exempt', { taxes: String(order.offer['exemptTaxes']), by: String(order.offer['exemptBy']) })}
          </p>
        )}
        <DocumentButton
          make={() => makeOrderDocument(order.id)}
          name={`acsa-${order.id.slice(0, 8)}`}
          text="acsa.paper.order"
        />
        {order.deliveries.length > 0 && (
          <SheetButtons make={(form) => makeOrderSheet(order.id, form)} name={`acsa-${order.id.slice(0, 8)}`} />
        )}
        {order.waiting.length > 0 && (
          <p className="notice" data-tone="caution">
            {t('acsa.waitingFor', { n: order.waiting.length })}
          </p>
        )}
        <TakenBack order={order} />
      </header>
      <Clocks order={order} />
      <CeilingWarning order={order} />
      <OrderStock order={order} />
      {may('POST /api/v1/acsa/orders/{id}/statements') && <Steps order={order} />}
      <Letters order={order} />
      <WhatIf order={order} />
      <Lines order={order} />
      <DeliveryTable order={order} />
      <OnwardTable order={order} />
      <Sides order={order} />
      <Books order={order} />
    </>
  );
}

function TakenBack({ order }: { order: AcsaOrder }) {
  const t = useTranslate();
  const parties = [...new Set(order.takenBack.map(({ party }) => party))];
  return order.takenBack.length === 0 ? null : (
    <p className="notice" data-tone="caution" role="status" data-taken-back={order.takenBack.length}>
      {t('acsa.takenBack', { party: parties.join(', '), n: order.takenBack.length })}
    </p>
  );
}

function Clocks({ order }: { order: AcsaOrder }) {
  const t = useTranslate();
  const language = useLanguage();
  if (order.clocks.length === 0) {
    return null;
  }
  return (
    <section>
      <h4>{t('acsa.clocks')}</h4>
      <ul className="acsa-clocks">
        {order.clocks.map((clock) => (
          <li key={`${clock.code} ${clock.delivery} ${clock.party}`}>
            <DaysLeft clock={clock} /> <Next clock={clock} />{' '}
            <small className="quiet-text">{language === 'ja' ? clock.sourceJa : clock.source}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the nation's own ceilings say of the quote that is on the table; the partner learns nothing of it. */
function CeilingWarning({ order }: { order: AcsaOrder }) {
  const t = useTranslate();
  return order.ceilings.length === 0 ? null : (
    <section className="notice" role="status" data-tone="caution" data-ceilings={order.ceilings.length}>
      <h4>{t('acsa.ceilingsAhead')}</h4>
      {order.ceilings.map((one) => (
        <p key={one.text}>{one.text}</p>
      ))}
    </section>
  );
}

/** Of two transfers onward that wait, each has a button of its own. */
function keyOf(step: AcsaStep): string {
  const onward = step.fields.find(({ name }) => name === 'onward')?.value;
  return `${step.act} ${step.delivery} ${String(onward ?? '')}`;
}

function Steps({ order }: { order: AcsaOrder }) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<string | null>(null);
  const step = order.next.find((one) => keyOf(one) === chosen);
  return (
    <section>
      <h4>{t('acsa.mayBeSaid', { party: order.own })}</h4>
      {order.next.length === 0 && <p className="quiet-text">{t('acsa.theirTurn')}</p>}
      <div className="buttons">
        {order.next.map((one) => {
          const key = keyOf(one);
          return (
            <button
              key={key}
              type="button"
              className={key === chosen ? 'button' : 'button quiet'}
              aria-pressed={key === chosen}
              onClick={() => setChosen(key === chosen ? null : key)}
            >
              {t(`acsa.act.${one.act}` as TextKey)}
              {one.delivery > 0 && ` (${t('acsa.deliveryNo', { n: one.delivery })})`}
            </button>
          );
        })}
      </div>
      {step && <StepForm key={chosen} order={order} step={step} onSaid={() => setChosen(null)} />}
    </section>
  );
}

function Lines({ order }: { order: AcsaOrder }) {
  const t = useTranslate();
  const language = useLanguage();
  const currency = String(order.offer?.['currency'] ?? '');
  return (
    <section>
      <h4>{t('acsa.lines')}</h4>
      <table className="audit-table">
        <Heads names={['line', 'item', 'requested', 'agreed', 'price', 'issued', 'received', 'counted']} />
        <tbody>
          {order.lines.map((line) => (
            <tr key={line.line} data-line={line.line}>
              <td>{line.line}</td>
              <td>
                {line.item} <small>{t(`acsa.choice.${line.category}` as TextKey)}</small>{' '}
                {line.nsn && <small className="mono">{line.nsn}</small>}{' '}
                {line.supplyClass && <small className="quiet-text">{line.supplyClass[language]}</small>}
              </td>
              <td className="mono">
                {decimal(line.requested)} {t(`acsa.choice.${line.unit}` as TextKey)}
              </td>
              <td className="mono">{line.agreed ? decimal(line.agreed) : '–'}</td>
              <td className="mono">
                {line.price ? `${money(line.price, currency)} / ${decimal(line.per ?? 1)}` : '–'}
                {line.costs.map((cost) => (
                  <small key={cost.element} className="quiet-text" data-cost={cost.element}>
                    <br />
                    {t(`acsa.field.${cost.element}` as TextKey)} {money(cost.amount, currency)}
                  </small>
                ))}
              </td>
              <td className="mono">{decimal(line.issued)}</td>
              <td className="mono">{decimal(line.received)}</td>
              <td className="mono">{decimal(line.counted)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Books({ order }: { order: AcsaOrder }) {
  const t = useTranslate();
  return (
    <section>
      <h4>{t('acsa.books', { party: order.own })}</h4>
      {order.books.length === 0 && <p className="quiet-text">{t('acsa.nothingPosted')}</p>}
      <ul className="acsa-clocks">
        {order.books.map((one) => (
          <li key={`${one.asset} ${one.account}`} data-account={one.account}>
            {t(`acsa.account.${one.account}` as TextKey)}: <Amount {...one} amount={one.posted} />
            {one.pending !== 0 && (
              <small>
                {' '}
                {t('acsa.reserved')} <Amount {...one} amount={one.pending} />
              </small>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet-text">
        {t('acsa.hash')} <code className="mono">{order.hash}</code>
      </p>
    </section>
  );
}

export function Amount({ asset, unit, amount }: { asset: string; unit: string; amount: number }) {
  const t = useTranslate();
  return (
    <span className="mono">
      {unit === 'minor' ? money(amount, asset) : `${decimal(amount)} ${t(`acsa.choice.${unit}` as TextKey)} ${asset}`}
    </span>
  );
}
