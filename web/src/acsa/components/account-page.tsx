import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AcsaAccount } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { ShownLabel } from '../../release/components/shown-label';
import { PlaceCheck } from '../../release/components/place-check';
import { DocumentButton } from '../../ui/document-button';
import { DateInput } from '../../ui/date-input';
import { Failure, Loading } from '../../ui/failure';
import { makeAccountDocument } from '../api/documents';
import { listOptions } from '../api/list-options';
import { readAccount } from '../api/read-account';
import { makeAccountSheet } from '../api/sheets';
import { ComparisonSection } from './comparison-section';
import { FiscalYears } from './fiscal-years';
import { NettingSection } from './netting-section';
import { Amount } from './order-page';
import { SheetButtons } from './sheet-buttons';
import { TrialBalance } from './trial-balance';

/** What two nations owe each other in a period: the gross list, the net figure, and what is not matched. */
export function AccountPage() {
  const t = useTranslate();
  const year = new Date().getUTCFullYear();
  const [partner, setPartner] = useState('');
  const [from, setFrom] = useState(`${year}-01-01`);
  const [to, setTo] = useState(`${year}-12-31`);
  const options = useQuery({ queryKey: ['acsa', 'options'], queryFn: ({ signal }) => listOptions(signal) });
  const partners = [...new Set(options.data?.agreements.filter((one) => one.linked).map((one) => one.partner))];
  const chosen = partner || partners[0] || '';
  const account = useQuery({
    queryKey: ['acsa', 'account', chosen, from, to],
    queryFn: ({ signal }) => readAccount(chosen, { from, to }, signal),
    enabled: chosen !== '' && from !== '' && to !== '',
    retry: false,
  });
  return (
    <>
      <div className="limit-row">
        <label className="form-row">
          <span className="form-name">{t('acsa.field.partner')}</span>
          <select name="partner" value={chosen} onChange={({ target }) => setPartner(target.value)}>
            {partners.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label className="form-row">
          <span className="form-name">{t('acsa.field.from')}</span>
          <DateInput value={from} onChange={setFrom} />
        </label>
        <label className="form-row">
          <span className="form-name">{t('acsa.field.to')}</span>
          <DateInput value={to} onChange={setTo} />
        </label>
      </div>
      <FiscalYears
        period={{ from, to }}
        choose={(period) => {
          setFrom(period.from);
          setTo(period.to);
        }}
      />
      {account.isLoading && <Loading />}
      {account.isError && <Failure error={account.error} />}
      {account.data && (
        <>
          <ComparisonSection
            partner={chosen}
            period={{ from, to }}
            choose={(period) => {
              setFrom(period.from);
              setTo(period.to);
            }}
          />
          <Account account={account.data} />
          <NettingSection partner={chosen} />
          <TrialBalance />
          <SheetButtons
            make={(form) => makeAccountSheet(chosen, { from, to }, form)}
            name={`acsa-${chosen}-${from}-${to}`}
          />
          <DocumentButton
            make={() => makeAccountDocument(chosen, { from, to })}
            name={`acsa-${chosen}-${from}-${to}`}
            text="acsa.paper.account"
          />
        </>
      )}
      <PlaceCheck />
    </>
  );
}

function Account({ account }: { account: AcsaAccount }) {
  const t = useTranslate();
  return (
    <>
      <ShownLabel text={account.label} />
      <section>
        <h4>{t('acsa.net', { to: account.to })}</h4>
        <ul className="acsa-clocks">
          {account.net.map((one) => (
            <li key={one.asset} data-net={one.asset}>
              {one.amount === 0
                ? t('acsa.even')
                : t('acsa.owes', {
                    who: one.amount > 0 ? account.other : account.one,
                    whom: one.amount > 0 ? account.one : account.other,
                  })}{' '}
              <Amount {...one} amount={Math.abs(one.amount)} />
            </li>
          ))}
        </ul>
        <p className="quiet-text">{t('acsa.netMeans')}</p>
        {account.clearing.length > 0 && (
          <p className="notice" data-tone="caution">
            {t('acsa.clearing')}{' '}
            {account.clearing.map((one) => (
              <Amount key={one.asset} {...one} />
            ))}
          </p>
        )}
      </section>
      <section>
        <h4>{t('acsa.unmatched')}</h4>
        {account.unmatched.length === 0 && <p className="quiet-text">{t('acsa.allMatched')}</p>}
        <ul className="acsa-clocks">
          {account.unmatched.map((one) => (
            <li key={`${one.order} ${one.delivery}`}>
              <button type="button" className="link mono" onClick={() => openScreen('acsa', one.order)}>
                {one.order.slice(0, 8)}
              </button>{' '}
              {t('acsa.deliveryNo', { n: one.delivery })} {one.deliveredOn} {t(`acsa.delivery.${one.state}` as TextKey)}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h4>{t('acsa.gross')}</h4>
        <table className="audit-table">
          <tbody>
            {account.entries.map((one, at) => (
              <tr key={`${one.order} ${at}`}>
                <td className="mono">{one.on}</td>
                <td>
                  <button type="button" className="link mono" onClick={() => openScreen('acsa', one.order)}>
                    {one.order.slice(0, 8)}
                  </button>
                </td>
                <td className="mono">
                  {one.supplier} → {one.requester}
                </td>
                <td>{t(`acsa.act.${one.cause}` as TextKey)}</td>
                <td>
                  <Amount {...one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="quiet-text">
          {t('acsa.accountHash')} <code className="mono">{account.hash}</code>
        </p>
      </section>
    </>
  );
}
