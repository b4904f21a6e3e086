import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReliefBoard, ReliefHxl } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { may } from '../../session/session';
import { Failure } from '../../ui/failure';
import { Refusals } from '../../ui/refusals';
import { saveFile } from '../../ui/save-file';
import { makeReliefHxl, takeReliefHxl } from '../api/relief-hxl';
import { Heads } from './needs-page';

/** The board as a table for humanitarian organisations, and needs and offers out of a table of theirs. */
export function HxlPage({ board }: { board: ReliefBoard }) {
  const t = useTranslate();
  const save = useMutation({
    mutationFn: async () => saveFile(await makeReliefHxl(board.exercise), 'relief-hxl.csv'),
  });
  return (
    <>
      <h3>{t('hxl.title')}</h3>
      <p className="quiet-text">{t('hxl.outHint')}</p>
      <div className="buttons">
        <button type="button" className="button" disabled={save.isPending} onClick={() => save.mutate()}>
          {t('hxl.save')}
        </button>
      </div>
      {save.isError && <Failure error={save.error} />}
      {may('POST /api/v1/relief/hxl') && <BringIn board={board} />}
    </>
  );
}

function BringIn({ board }: { board: ReliefBoard }) {
  const t = useTranslate();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [label, setLabel] = useState(`UNCLASSIFIED//REL TO ${board.own}${board.exercise ? '//EXERCISE' : ''}`);
  const take = useMutation({
    mutationFn: (store: boolean) => takeReliefHxl(text, label, store),
    onSuccess: ({ stored }) => {
      if (stored > 0) {
        setText('');
        void client.invalidateQueries({ queryKey: ['relief', 'board'] });
      }
    },
  });
  const change = (next: string) => {
    setText(next);
    take.reset();
  };
  const fits = take.data?.rows.every(({ kind, mistakes }) => kind === '' || mistakes.length === 0) ?? false;
  return (
    <section className="case-form" data-hxl="in">
      <h4>{t('hxl.in')}</h4>
      <p className="quiet-text">{t('hxl.inHint')}</p>
      <label className="form-row">
        <span className="form-name">{t('hxl.file')}</span>
        <input
          type="file"
          accept=".csv,text/csv"
          onChange={({ target }) => void target.files?.[0]?.text().then(change)}
        />
      </label>
      <label className="form-row">
        <span className="form-name">{t('hxl.table')}</span>
        <textarea name="hxl" className="mono" rows={6} value={text} onChange={({ target }) => change(target.value)} />
      </label>
      <label className="form-row">
        <span className="form-name">{t('label.title')}</span>
        <input
          name="hxlLabel"
          className="mono"
          value={label}
          onChange={({ target }) => {
            setLabel(target.value);
            take.reset();
          }}
        />
      </label>
      <Refusals error={take.error} />
      <div className="buttons">
        <button
          type="button"
          className="button quiet"
          disabled={text.trim() === '' || take.isPending}
          onClick={() => take.mutate(false)}
        >
          {t('hxl.check')}
        </button>
        <button
          type="button"
          className="button"
          disabled={!fits || take.data?.stored !== 0 || take.isPending}
          onClick={() => take.mutate(true)}
        >
          {t('hxl.store')}
        </button>
      </div>
      {take.data && <Rows taken={take.data} />}
    </section>
  );
}

function Rows({ taken }: { taken: ReliefHxl }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <>
      {taken.stored > 0 && (
        <p className="notice" data-tone="normal" role="status">
          {t('hxl.stored', { n: taken.stored })}
        </p>
      )}
      {taken.notTaken.length > 0 && (
        <p className="quiet-text" data-hxl="left">
          {t('hxl.notTaken', { list: taken.notTaken.map(({ column, name }) => `${column} ${name}`).join(', ') })}
        </p>
      )}
      <table className="audit-table">
        <Heads names={['hxl.column.line', 'hxl.column.becomes', 'hxl.column.what', 'hxl.column.mistakes']} />
        <tbody>
          {taken.rows.map((row) => (
            <tr key={row.line} data-hxl-row={row.kind === '' ? 'passed' : row.mistakes.length === 0 ? 'good' : 'wrong'}>
              <td className="mono">{row.line}</td>
              <td>{t(`hxl.kind.${row.kind === '' ? 'none' : row.kind}` as TextKey)}</td>
              <td>{row.title[language]}</td>
              <td>
                {row.mistakes.map((one) => (
                  <span key={one.at + one.text.en} className={row.kind === '' ? 'quiet-text' : 'field-error'}>
                    <span className="mono">{one.at}</span> {one.text[language]}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
