import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseRow } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { age, zulu } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { useOnScreen } from '../../release/model/on-screen';
import { Failure, Loading } from '../../ui/failure';
import { listCases } from '../api/list-cases';
import { useBodies } from './use-bodies';

const EVERY = 30_000;

/** Cases by phase and level: what is owed in each, and what is new. */
export function CaseListPage() {
  const t = useTranslate();
  const [closed, setClosed] = useState(false);
  const [phase, setPhase] = useState('');
  const [level, setLevel] = useState('');
  const state = useQuery({
    queryKey: ['cases', 'list'],
    queryFn: ({ signal }) => listCases(signal),
    refetchInterval: EVERY,
  });
  const cases = state.data?.cases ?? [];
  const shown = cases.filter(
    (one) => (closed || one.state !== 'closed') && (!phase || one.phase === phase) && (!level || one.level === level),
  );
  useOnScreen(
    'cases',
    shown.map(({ label }) => label),
  );
  return (
    <>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && (
        <>
          <div className="limit-row">
            <Chooser
              name="phase"
              word={t('cases.phase')}
              prefix="cases.phase"
              values={[...new Set(cases.map((one) => one.phase))]}
              value={phase}
              onChange={setPhase}
            />
            <Chooser
              name="level"
              word={t('cases.level')}
              prefix="cases.level"
              values={[...new Set(cases.map((one) => one.level))]}
              value={level}
              onChange={setLevel}
            />
            <label className="case-check">
              <input type="checkbox" checked={closed} onChange={({ target }) => setClosed(target.checked)} />
              <span>{t('cases.withClosed')}</span>
            </label>
          </div>
          {shown.length === 0 ? <p className="quiet-text">{t('cases.none')}</p> : <Table rows={shown} />}
        </>
      )}
    </>
  );
}

interface ChooserProps {
  readonly name: string;
  readonly word: string;
  readonly prefix: 'cases.phase' | 'cases.level';
  readonly values: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Chooser({ name, word, prefix, values, value, onChange }: ChooserProps) {
  const t = useTranslate();
  return (
    <label className="form-row">
      <span className="form-name">{word}</span>
      <select name={name} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('cases.all')}</option>
        {values
          .filter((one) => one !== '')
          .map((one) => (
            <option key={one} value={one}>
              {t(`${prefix}.${one}` as TextKey)}
            </option>
          ))}
      </select>
    </label>
  );
}

function Table({ rows }: { rows: readonly CaseRow[] }) {
  const t = useTranslate();
  const language = useLanguage();
  const { nameOf } = useBodies();
  const now = new Date();
  return (
    <table className="audit-table">
      <thead>
        <tr>
          {(['case', 'phase', 'body', 'nations', 'toDo', 'awaiting', 'newest'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`cases.column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-case={row.id}>
            <td>
              <button type="button" className="link" onClick={() => openScreen('cases', row.id)}>
                {row.name[language]}
              </button>{' '}
              {row.fresh > 0 && <b className="case-new">{t('cases.fresh', { n: row.fresh })}</b>}
              {row.state !== 'open' && <small> {t(`cases.state.${row.state}`)}</small>}
              <br />
              <LabelChip text={row.label} />
            </td>
            <td>{t(`cases.phase.${row.phase}` as TextKey)}</td>
            <td>
              {nameOf(row.body)}
              <br />
              <small className="quiet-text">{t(`cases.level.${row.level}` as TextKey)}</small>
            </td>
            <td className="mono">{row.nations.join(' ')}</td>
            <td>
              {row.due} {row.overdue > 0 && <b className="case-late">{t('cases.overdueOf', { n: row.overdue })}</b>}
            </td>
            <td>{row.awaiting}</td>
            <td>
              <span className="mono">{zulu(row.newest, now)}</span>
              <br />
              <small className="quiet-text">{age(row.newest, now, t)}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
