import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AcsaOrder } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { DateInput } from '../../ui/date-input';
import { Refusals } from '../../ui/refusals';
import { tryDelivery } from '../api/follow-up';
import { money } from '../model/money';
import { DaysLeft, Next } from './order-queue';

const DAY = 10;

/** What would be due if this were delivered and received; nothing is said. */
export function WhatIf({ order }: { order: AcsaOrder }) {
  const t = useTranslate();
  const left = order.lines
    .map(({ line, item, agreed, issued }) => ({ line, item, quantity: (agreed ?? 0) - issued }))
    .filter(({ quantity }) => quantity > 0);
  const [day, setDay] = useState(() => new Date().toISOString().slice(0, DAY));
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const trial = useMutation({
    mutationFn: () =>
      tryDelivery(order.id, {
        day,
        lines: left
          .map(({ line, quantity }) => ({ line, quantity: Number(typed[line] ?? quantity) }))
          .filter(({ quantity }) => quantity !== 0),
      }),
  });
  if (left.length === 0 || !['agreed', 'delivering'].includes(order.state)) {
    return null;
  }
  return (
    <section>
      <h4>{t('acsa.whatIf')}</h4>
      <div className="limit-row">
        <label className="form-row">
          <span className="form-name">{t('acsa.field.deliveredOn')}</span>
          <DateInput value={day} onChange={setDay} />
        </label>
        {left.map(({ line, item, quantity }) => (
          <label key={line} className="form-row">
            <span className="form-name">
              {line} {item}
            </span>
            <input
              className="mono"
              inputMode="numeric"
              value={typed[line] ?? String(quantity)}
              onChange={({ target }) => setTyped({ ...typed, [line]: target.value })}
            />
          </label>
        ))}
        <button type="button" className="button quiet" onClick={() => trial.mutate()}>
          {t('acsa.reckon')}
        </button>
      </div>
      <Refusals error={trial.error} />
      {trial.data && (
        <div role="status" className="notice" data-tone="quiet">
          <p>
            {t('acsa.wouldBeDue')} <b className="mono">{money(trial.data.due, trial.data.currency)}</b> (
            {t(`acsa.choice.${trial.data.settlement}` as TextKey)})
          </p>
          <ul className="acsa-clocks">
            {trial.data.clocks.map((clock) => (
              <li key={`${clock.code} ${clock.party}`}>
                <DaysLeft clock={clock} /> <Next clock={clock} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
