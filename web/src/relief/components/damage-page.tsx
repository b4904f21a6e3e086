import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SharedRecord } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { age } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';
import { listRecords } from '../../records/api/list-records';
import { fieldWords, valueFor, wordFor } from '../../records/model/kind-words';
import { useKinds } from '../../records/model/record-queries';
import { recordTitle } from '../../records/model/record-text';
import { LabelChip } from '../../release/components/label-chip';
import { useOnScreen } from '../../release/model/on-screen';
import { Failure, Loading } from '../../ui/failure';
import { decimal } from '../../ui/figures';
import { StatusShape, type Status } from '../../ui/status-shape';
import { countDegrees, damageOf, type Damage, type Degree } from '../model/damage';
import { Heads } from './needs-page';

const KIND = 'damage-report';
const MOST = 500;
const SHAPES: Readonly<Record<Degree, Status>> = {
  destroyed: 'critical',
  severe: 'critical',
  moderate: 'caution',
  unknown: 'off',
  slight: 'normal',
  none: 'normal',
};

/** What is reported damaged, the worst first: what, how badly, who is hurt, who says it and how old that is. */
export function DamagePage({ exercise }: { exercise: boolean }) {
  const t = useTranslate();
  const [type, setType] = useState('');
  const words = useDamageWords();
  const state = useQuery({
    queryKey: ['relief', 'damage'],
    queryFn: ({ signal }) => listRecords({ kind: KIND }, { limit: MOST }, signal),
  });
  const all = damageOf(state.data?.records ?? [], exercise);
  const shown = all.filter((one) => type === '' || one.type === type);
  useOnScreen(
    'damage',
    shown.flatMap(({ record }) => (record.label === undefined ? [] : [record.label])),
  );
  if (state.isError) {
    return <Failure error={state.error} retry={() => void state.refetch()} />;
  }
  if (!state.data) {
    return <Loading />;
  }
  if (all.length === 0) {
    return <p className="quiet-text">{t('relief.noDamage')}</p>;
  }
  return (
    <>
      <p data-testid="damage-counts">
        {countDegrees(shown).map(({ degree, count }) => (
          <span key={degree} className="damage-count" data-degree={degree}>
            <StatusShape status={SHAPES[degree]} /> {words('degree', degree)} <b>{decimal(count)}</b>{' '}
          </span>
        ))}
      </p>
      <label className="form-row">
        <span className="form-name">{t('relief.damageType')}</span>
        <select name="damage-type" value={type} onChange={({ target }) => setType(target.value)}>
          <option value="">{t('relief.allTypes', { n: all.length })}</option>
          {[...new Set(all.map((one) => one.type))].toSorted().map((one) => (
            <option key={one} value={one}>
              {words('damageType', one)}
            </option>
          ))}
        </select>
      </label>
      {state.data.total > state.data.records.length && (
        <p className="quiet-text">{t('relief.firstOf', { n: state.data.records.length, of: state.data.total })}</p>
      )}
      <table className="audit-table">
        <Heads names={['relief.column.damage', 'relief.column.degree', 'relief.column.people', 'relief.column.said']} />
        <tbody>
          {shown.map((one) => (
            <Row key={one.record.id} damage={one} words={words} />
          ))}
        </tbody>
      </table>
    </>
  );
}

type Words = (field: string, value?: string) => string;

/** The names of fields and choices in the words of the kind. */
function useDamageWords(): Words {
  const t = useTranslate();
  const language = useLanguage();
  const kind = useKinds().data?.find((one) => one.kind === KIND);
  return (field, value) => {
    const words = fieldWords(kind, field);
    return value === undefined ? wordFor(field, words, language, t) : String(valueFor(value, words, language));
  };
}

function Row({ damage, words }: { damage: Damage; words: Words }) {
  const t = useTranslate();
  const language = useLanguage();
  const { record, type, degree, people } = damage;
  return (
    <tr data-damage={record.id} data-degree={degree}>
      <td>
        <button type="button" className="link" onClick={() => openRecord(record.id)}>
          {recordTitle(record, language, t)}
        </button>{' '}
        <small className="quiet-text">{words('damageType', type)}</small>
        <LabelChip text={record.label ?? ''} />
      </td>
      <td>
        <StatusShape status={SHAPES[degree]} /> {words('degree', degree)}
      </td>
      <td>{people.map(({ who, count }) => `${words(who)} ${decimal(count)}`).join(' · ') || '–'}</td>
      <td>
        <b className="mono">{record.party}</b>{' '}
        <small className="quiet-text">{t('relief.old', { age: age(saidAt(record), new Date(), t) })}</small>
      </td>
    </tr>
  );
}

/** When it was seen, where the report says it. */
function saidAt(record: SharedRecord): string {
  const body = record.body as Readonly<Record<string, unknown>>;
  const at = body['observedAt'] ?? body['time'];
  return typeof at === 'string' ? at : record.storedAt;
}
