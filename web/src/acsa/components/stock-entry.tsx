import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AcsaStockReport } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Refusals } from '../../ui/refusals';
import { listOptions } from '../api/list-options';
import { bringInStock, checkStock, describePoint } from '../api/stock';
import { isComplete, NOT_STATED, typedFrom } from '../model/form';
import { degrees, entryFields, isCountedAnew, oneLine, pointFields } from '../model/stock';
import { DeskForm } from './desk-form';
import { FieldGrid } from './field-grid';
import { StatedQuantity } from './stated-quantity';

/** Points, single entries and whole sheets, all under one label that keeps them at home unless it says otherwise. */
export function StockEntry() {
  const t = useTranslate();
  const options = useQuery({ queryKey: ['acsa', 'options'], queryFn: ({ signal }) => listOptions(signal) });
  const [typed, setTyped] = useState<string | null>(null);
  if (!options.data) {
    return null;
  }
  const label = typed ?? `UNCLASSIFIED//REL TO ${options.data.own}`;
  const goods = options.data.categories.filter((one) => one.goods).map((one) => one.code);
  return (
    <>
      <section>
        <h4>{t('acsa.stockLabel')}</h4>
        <label className="form-row">
          <span className="form-name">{t('label.title')}</span>
          <input name="stockLabel" className="mono" value={label} onChange={({ target }) => setTyped(target.value)} />
        </label>
        <p className="quiet-text">{t('acsa.stockLabelMeans')}</p>
      </section>
      <section>
        <h4>{t('acsa.stockPoint')}</h4>
        <DeskForm
          fields={pointFields()}
          button={t('acsa.stockSetPoint')}
          send={(said) => describePoint({ ...said, lat: degrees(said['lat']), lon: degrees(said['lon']), label })}
        />
      </section>
      <section>
        <h4>{t('acsa.stockLine')}</h4>
        <OneEntry goods={goods} label={label} />
      </section>
      <section>
        <h4>{t('acsa.stockSheet')}</h4>
        <p className="quiet-text">{t('acsa.stockSheetMeans')}</p>
        <Sheet label={label} />
      </section>
    </>
  );
}

function OneEntry({ goods, label }: { goods: readonly string[]; label: string }) {
  const t = useTranslate();
  const client = useQueryClient();
  const fields = entryFields(goods);
  const [typed, setTyped] = useState(() => typedFrom(fields, {}, ''));
  const enter = useMutation({
    mutationFn: async () => {
      const sheet = oneLine(typed);
      const report = await checkStock(sheet);
      return report.wrong > 0 ? report : bringInStock(sheet, label, report);
    },
    onSuccess: ({ stored }) => {
      if (stored) {
        setTyped({ ...typed, ...NOT_STATED, quantity: '', voucher: '' });
        void client.invalidateQueries({ queryKey: ['acsa', 'stock'] });
      }
    },
  });
  return (
    <form
      className="acsa-form"
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate();
      }}
    >
      <FieldGrid
        fields={fields}
        typed={typed}
        errors={[]}
        onChange={(next) => setTyped({ ...next, ...(isCountedAnew(typed, next) && NOT_STATED) })}
      />
      <StatedQuantity
        issue={{ unit: typed['unitOfIssue'] ?? '', category: typed['category'] ?? '' }}
        holds={Boolean(typed['statedUnit'])}
        mistakes={[]}
        onStated={(stated) => setTyped({ ...typed, ...stated })}
      />
      <Refusals error={enter.error} />
      {enter.data && !enter.isPending && <Report report={enter.data} />}
      <div className="buttons">
        <button type="submit" className="button" disabled={!isComplete(fields, typed) || enter.isPending}>
          {t('acsa.stockEnter')}
        </button>
      </div>
    </form>
  );
}

function Sheet({ label }: { label: string }) {
  const t = useTranslate();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const check = useMutation({ mutationFn: checkStock });
  const bringIn = useMutation({
    mutationFn: ({ sheet, report }: { sheet: File; report: AcsaStockReport }) => bringInStock(sheet, label, report),
    onSuccess: () => client.invalidateQueries({ queryKey: ['acsa', 'stock'] }),
  });
  const report = bringIn.data ?? check.data;
  const news = check.data ? check.data.fresh + check.data.changed : 0;
  return (
    <>
      <label className="form-row">
        <span className="form-name">{t('acsa.pastFile')}</span>
        <input
          type="file"
          name="stock"
          accept=".csv,.xlsx,.txt"
          onChange={({ target }) => {
            const chosen = target.files?.[0];
            if (chosen) {
              setFile(chosen);
              bringIn.reset();
              check.mutate(chosen);
            }
          }}
        />
      </label>
      <Refusals error={check.error ?? bringIn.error} />
      {report && <Report report={report} />}
      {file && check.data && !bringIn.data && news > 0 && (
        <div className="buttons">
          <button
            type="button"
            className="button"
            disabled={bringIn.isPending}
            onClick={() => check.data && bringIn.mutate({ sheet: file, report: check.data })}
          >
            {check.data.wrong === 0
              ? t('acsa.pastStore', { n: news })
              : t('acsa.pastStoreWithout', { n: news, wrong: check.data.wrong })}
          </button>
        </div>
      )}
    </>
  );
}

function Report({ report }: { report: AcsaStockReport }) {
  const t = useTranslate();
  const counts = { fresh: report.fresh, changed: report.changed, known: report.known, wrong: report.wrong };
  return (
    <div role="status" data-stored={report.stored}>
      <p className="notice" data-tone={report.wrong > 0 ? 'caution' : undefined}>
        {report.stored ? t('acsa.stockStored', counts) : t('acsa.stockReport', counts)}
      </p>
      {report.shown.some(({ stated }) => stated.length > 0) && (
        <ul className="quiet-text" data-stated>
          {report.shown.flatMap(({ line, stated }) =>
            stated.map((one) => (
              <li key={`${line} ${one.text}`}>
                {t('acsa.pastLine')} {line}: {one.text}
              </li>
            )),
          )}
        </ul>
      )}
      {report.shown.some(({ wrong }) => wrong.length > 0) && (
        <ul className="field-error">
          {report.shown.flatMap(({ line, wrong }) =>
            wrong.map((one) => (
              <li key={`${line} ${one.field} ${one.text}`}>
                {t('acsa.pastLine')} {line}, <code className="mono">{one.field}</code>: {one.text}
              </li>
            )),
          )}
        </ul>
      )}
    </div>
  );
}
