import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AcsaPastLook, AcsaPastReport } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { Refusals } from '../../ui/refusals';
import { bringInPastOrders, checkPastOrders, lookAtPastOrders } from '../api/sheets';
import { guessed, mapped, missing, written, type Mapping } from '../model/mapping';
import { PastReport } from './past-report';

/** A spreadsheet is looked at, its columns are named, its lines are checked, and only then something is stored. */
export function PastImport() {
  const t = useTranslate();
  const [file, setFile] = useState<File | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const look = useMutation({ mutationFn: lookAtPastOrders, onSuccess: (seen) => setMapping(guessed(seen)) });
  const check = useMutation({ mutationFn: (chosen: File) => checkPastOrders(chosen, written(mapping)) });
  const choose = (chosen: File) => {
    setFile(chosen);
    check.reset();
    look.mutate(chosen);
  };
  return (
    <section>
      <h4>{t('acsa.pastImport')}</h4>
      <label className="form-row">
        <span className="form-name">{t('acsa.pastFile')}</span>
        <input
          type="file"
          name="past"
          accept=".csv,.xlsx,.txt"
          onChange={({ target }) => {
            const chosen = target.files?.[0];
            if (chosen) {
              choose(chosen);
            }
          }}
        />
      </label>
      <Refusals error={look.error} />
      {look.data && file && (
        <>
          <Columns
            look={look.data}
            mapping={mapping}
            onChange={(changed) => {
              setMapping(changed);
              check.reset();
            }}
          />
          <div className="buttons">
            <button
              type="button"
              className="button"
              disabled={check.isPending || missing(look.data, mapping).length > 0}
              onClick={() => check.mutate(file)}
            >
              {t('acsa.pastCheck')}
            </button>
          </div>
          <Refusals error={check.error} />
          {check.data && (
            <Confirm file={file} marking={look.data.marking} mapping={written(mapping)} report={check.data} />
          )}
        </>
      )}
    </section>
  );
}

interface ColumnsProps {
  readonly look: AcsaPastLook;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

function Columns({ look, mapping, onChange }: ColumnsProps) {
  const t = useTranslate();
  const language = useLanguage();
  const open = missing(look, mapping);
  return (
    <>
      <p role="status">
        {t('acsa.pastSeen', { n: look.lines, form: look.form })}{' '}
        {open.length > 0 && t('acsa.pastMissing', { list: open.map((one) => one[language]).join(' · ') })}
      </p>
      <table className="audit-table">
        <thead>
          <tr>
            <th scope="col">{t('acsa.pastColumn')}</th>
            <th scope="col">{t('acsa.pastSamples')}</th>
            <th scope="col">{t('acsa.pastIs')}</th>
          </tr>
        </thead>
        <tbody>
          {look.columns.map(({ column, heading, samples }) => (
            <tr key={column}>
              <td>{heading}</td>
              <td className="mono">{samples.join(' · ')}</td>
              <td>
                <select
                  name={`column-${column}`}
                  aria-label={t('acsa.pastIsOf', { heading })}
                  value={mapping[column] ?? ''}
                  onChange={({ target }) => onChange(mapped(mapping, column, target.value))}
                >
                  <option value="">{t('acsa.pastNothing')}</option>
                  {look.fields.map((one) => (
                    <option key={one.field} value={one.field}>
                      {one[language]}
                      {one.required && ' *'}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface ConfirmProps {
  readonly file: File;
  readonly marking: string;
  readonly mapping: string;
  readonly report: AcsaPastReport;
}

function Confirm({ file, marking, mapping, report }: ConfirmProps) {
  const t = useTranslate();
  const client = useQueryClient();
  const [label, setLabel] = useState(marking);
  const bringIn = useMutation({
    mutationFn: () => bringInPastOrders(file, { mapping, label, digest: report.digest, leaveOut: report.wrong }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['acsa', 'past'] }),
  });
  const news = report.fresh + report.changed;
  if (bringIn.data) {
    return <p role="status">{t('acsa.pastDone', { n: news })}</p>;
  }
  return (
    <>
      <PastReport report={report} />
      <label className="form-row">
        <span className="form-name">{t('acsa.pastLabel')}</span>
        <input name="label" className="mono" value={label} onChange={({ target }) => setLabel(target.value)} />
      </label>
      <p className="quiet-text">{t('acsa.pastLabelMeans')}</p>
      <Refusals error={bringIn.error} />
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={bringIn.isPending || label.trim() === '' || news === 0}
          onClick={() => bringIn.mutate()}
        >
          {report.wrong === 0
            ? t('acsa.pastStore', { n: news })
            : t('acsa.pastStoreWithout', { n: news, wrong: report.wrong })}
        </button>
      </div>
    </>
  );
}
