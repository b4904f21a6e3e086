import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { SharedRecord } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { useKinds } from '../../records/model/record-queries';
import { kindName, recordTitle } from '../../records/model/record-text';
import { LabelChip } from '../../release/components/label-chip';
import { useOnScreen } from '../../release/model/on-screen';
import { search } from '../api/search';
import { Failure } from '../../ui/failure';
import { useDebounced } from '../../ui/use-debounced';
import { useNow } from '../../ui/use-now';

const MOST = 8;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

interface Props {
  readonly name: string;
  /** The id of the record; empty where none is chosen. */
  readonly value: string;
  readonly mistake?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A record, found by its words; an id that is pasted is taken as it is. */
export function RecordChoice({ name, value, mistake, onChange }: Props) {
  const t = useTranslate();
  const id = useId();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<SharedRecord | null>(null);
  const choose = (record: SharedRecord | null) => {
    setChosen(record);
    setWords('');
    onChange(record?.id ?? '');
  };
  return (
    <div className="form-row" data-field="record" role="group" aria-label={name}>
      {chosen && chosen.id === value ? (
        <>
          <span className="form-name">{name}</span>
          <p className="evidence-chosen">
            <RecordLine record={chosen} />{' '}
            <button type="button" className="button quiet small" onClick={() => choose(null)}>
              {t('commitments.anotherRecord')}
            </button>
          </p>
        </>
      ) : (
        <>
          <label className="form-name" htmlFor={id}>
            {name}
          </label>
          <input
            id={id}
            name="record"
            type="search"
            autoComplete="off"
            aria-describedby={`${id}-hint`}
            value={value || words}
            onChange={({ target }) => {
              const typed = target.value.trim().toLowerCase();
              setWords(target.value);
              onChange(ID.test(typed) ? typed : '');
            }}
          />
          <small id={`${id}-hint`} className="quiet-text">
            {t('commitments.findRecord')}
          </small>
          {value === '' && <Found words={words} onChoose={choose} />}
        </>
      )}
      {mistake && <span className="field-error">{mistake}</span>}
    </div>
  );
}

function Found({ words, onChoose }: { words: string; onChoose: (record: SharedRecord) => void }) {
  const t = useTranslate();
  const asked = useDebounced(words.trim(), 250);
  const state = useQuery({
    queryKey: ['search', asked, 'evidence'],
    queryFn: ({ signal }) => search({ text: asked, order: 'best' }, signal),
    enabled: asked !== '',
  });
  const records = (asked === '' ? [] : (state.data?.hits ?? []))
    .map(({ record }) => record)
    .filter((record) => record.state !== 'recalled')
    .slice(0, MOST);
  useOnScreen(
    'evidence',
    records.map(({ banner }) => banner),
  );
  if (state.isError) {
    return <Failure error={state.error} />;
  }
  return (
    <>
      <span className="visually-hidden" role="status">
        {state.data && asked !== '' ? t('commitments.foundRecords', { n: records.length }) : ''}
      </span>
      {state.data && asked !== '' && records.length === 0 && (
        <p className="quiet-text">{t('commitments.noRecordFound')}</p>
      )}
      <ul className="evidence-found">
        {records.map((record) => (
          <li key={record.id}>
            <button type="button" className="link" data-record={record.id} onClick={() => onChoose(record)}>
              <RecordLine record={record} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function RecordLine({ record }: { record: SharedRecord }) {
  const t = useTranslate();
  const language = useLanguage();
  const kinds = useKinds();
  const now = useNow(60_000);
  return (
    <span>
      {recordTitle(record, language, t)}{' '}
      <small className="quiet-text">
        {kindName(record.kind, kinds.data, language)} · {record.origin} · {zulu(record.time, now)}
      </small>{' '}
      <LabelChip text={record.banner} />
    </span>
  );
}
