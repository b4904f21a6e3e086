import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { Refusals } from '../../ui/refusals';
import { convertAmount } from '../api/rules';
import { minorUnits, money, typedMoney } from '../model/money';
import type { Typed } from '../model/form';

interface Props {
  readonly typed: Typed;
  readonly agreed: string;
  readonly onChange: (typed: Typed) => void;
}

/** Fills in what a payment in another currency has to state, by the rate that the node has for its day. */
export function OtherCurrency({ typed, agreed, onChange }: Props) {
  const t = useTranslate();
  const [currency, setCurrency] = useState('');
  const amount = minorUnits(typed['amount'] ?? '', agreed);
  const exchange = useMutation({
    mutationFn: () => convertAmount({ amount: amount ?? 0, from: agreed, to: currency, on: typed['paidOn'] ?? '' }),
    onSuccess: (rate) =>
      onChange({
        ...typed,
        given: typedMoney(rate.given, rate.to),
        givenCurrency: rate.to,
        rateOn: rate.on,
        agreedPerEuro: rate.fromPerEuro,
        givenPerEuro: rate.toPerEuro,
        rateSource: rate.source,
      }),
  });
  return (
    <>
      <div className="limit-row">
        <label className="form-row">
          <span className="form-name">{t('acsa.otherCurrency')}</span>
          <input
            className="mono"
            name="otherCurrency"
            placeholder="USD"
            value={currency}
            onChange={({ target }) => setCurrency(target.value.toUpperCase())}
          />
        </label>
        <button
          type="button"
          className="button quiet"
          disabled={currency.length !== 3 || amount === null}
          onClick={() => exchange.mutate()}
        >
          {t('acsa.reckon')}
        </button>
        {exchange.data && (
          <span role="status">
            {money(exchange.data.given, exchange.data.to)} ({exchange.data.on})
          </span>
        )}
      </div>
      <Refusals error={exchange.error} />
    </>
  );
}
