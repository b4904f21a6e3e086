import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { zuluFull } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { may } from '../../session/session';
import { Failure } from '../../ui/failure';
import { Refusals } from '../../ui/refusals';
import { listOptions } from '../api/list-options';
import { bringInRates, endAuthority, listNettings, listRates, setAuthority, setCeiling } from '../api/rules';
import { money } from '../model/money';
import { authorityFields, ceilingFields } from '../model/rules';
import { CeilingTable } from './ceiling-table';
import { DeskForm } from './desk-form';
import { Heads } from './heads';

/** By what this nation reckons and lets settle: rates, ceilings, authorities for netting. */
export function RulesPage() {
  const t = useTranslate();
  const options = useQuery({ queryKey: ['acsa', 'options'], queryFn: ({ signal }) => listOptions(signal) });
  const linked = options.data?.agreements.filter((one) => one.linked).map((one) => one.partner) ?? [];
  const partners = [...new Set(linked)];
  const categories = options.data?.categories.map((one) => one.code) ?? [];
  return (
    <>
      <Rates />
      <section>
        <h4>{t('acsa.ceilings')}</h4>
        <p className="quiet-text">{t('acsa.ceilingsMean')}</p>
        <CeilingTable editable />
        {options.data && may('POST /api/v1/acsa/ceilings') && (
          <DeskForm
            fields={ceilingFields(categories, partners)}
            button={t('acsa.setCeiling')}
            send={({ category, ...said }) => setCeiling({ ...said, categories: category ? [category] : [] })}
          />
        )}
      </section>
      <Authorities partners={partners} />
    </>
  );
}

function Rates() {
  const t = useTranslate();
  const client = useQueryClient();
  const state = useQuery({ queryKey: ['acsa', 'rates'], queryFn: ({ signal }) => listRates(signal) });
  const [source, setSource] = useState('European Central Bank, eurofxref-hist');
  const bringIn = useMutation({
    mutationFn: (file: File) => bringInRates(file, source),
    onSuccess: () => client.invalidateQueries({ queryKey: ['acsa'] }),
  });
  const files = state.data?.files ?? [];
  return (
    <section>
      <h4>{t('acsa.rates')}</h4>
      <p className="quiet-text">{t('acsa.ratesMean')}</p>
      {state.isError && <Failure error={state.error} />}
      {state.data && files.length === 0 && <p className="notice">{t('acsa.noRates')}</p>}
      {files.length > 0 && (
        <table className="audit-table">
          <Heads names={['source', 'period', 'added', 'by', 'at']} />
          <tbody>
            {files.map((file) => (
              <tr key={file.at}>
                <td>{file.source}</td>
                <td className="mono">
                  {file.first} – {file.last}
                </td>
                <td className="mono">{file.added}</td>
                <td>{file.by}</td>
                <td className="mono">{zuluFull(file.at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {may('POST /api/v1/acsa/rates') && (
        <div className="limit-row">
          <label className="form-row">
            <span className="form-name">{t('acsa.field.source')}</span>
            <input name="source" value={source} onChange={({ target }) => setSource(target.value)} />
          </label>
          <label className="form-row">
            <span className="form-name">{t('acsa.rateFile')}</span>
            <input
              type="file"
              name="rates"
              accept=".csv,.zip,.gz"
              onChange={({ target }) => {
                const file = target.files?.[0];
                if (file) {
                  bringIn.mutate(file);
                }
              }}
            />
          </label>
        </div>
      )}
      <Refusals error={bringIn.error} />
      {bringIn.data && <p role="status">{t('acsa.broughtIn', { n: bringIn.data.added })}</p>}
    </section>
  );
}

function Authorities({ partners }: { partners: readonly string[] }) {
  const t = useTranslate();
  const client = useQueryClient();
  const state = useQuery({ queryKey: ['acsa', 'nettings'], queryFn: ({ signal }) => listNettings(signal) });
  const end = useMutation({
    mutationFn: endAuthority,
    onSuccess: (now) => client.setQueryData(['acsa', 'nettings'], now),
  });
  const authorities = state.data?.authorities ?? [];
  return (
    <section>
      <h4>{t('acsa.authorities')}</h4>
      <p className="quiet-text">{t('acsa.authoritiesMean')}</p>
      {authorities.length > 0 && (
        <table className="audit-table">
          <Heads names={['partner', 'reference', 'by', 'ground', 'period', 'amount', 'left']} />
          <tbody>
            {authorities.map((one) => (
              <tr key={one.id} data-authority={one.reference}>
                <td className="mono">{one.partner}</td>
                <td>
                  {one.reference}
                  {may('POST /api/v1/acsa/authorities/{id}/end') && (
                    <button type="button" className="button quiet" onClick={() => end.mutate(one.id)}>
                      {t('acsa.end')}
                    </button>
                  )}
                </td>
                <td>{one.by}</td>
                <td>{t(`acsa.choice.${one.ground}` as TextKey)}</td>
                <td className="mono">
                  {one.from} – {one.to}
                </td>
                <td className="mono">{money(one.limit, one.currency)}</td>
                <td className="mono">{money(one.left, one.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {partners.length > 0 && may('POST /api/v1/acsa/authorities') && (
        <DeskForm fields={authorityFields(partners)} button={t('acsa.setAuthority')} send={setAuthority} />
      )}
    </section>
  );
}
