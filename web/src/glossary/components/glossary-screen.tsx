import { useMemo, useState } from 'react';
import type { GlossaryEntry } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { compose, openRecord } from '../../navigation/route';
import { startRecord } from '../../records/model/start-record';
import { useOnScreen } from '../../release/model/on-screen';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { useGlossary } from '../model/use-glossary';
import { Gloss, partiesOf } from './gloss';

const MOST = 300;

/** What nations call things, in both languages; terms are written, released and recalled like any record. */
export function GlossaryScreen({ subject }: { subject: string | null }) {
  const t = useTranslate();
  const state = useGlossary();
  const [words, setWords] = useState('');
  const [differing, setDiffering] = useState(false);
  const entries = useMemo(() => state.data?.entries ?? [], [state.data]);
  const found = useMemo(
    () => entries.filter((entry) => (!differing || entry.differing.length > 0) && says(entry, words)),
    [entries, words, differing],
  );
  useOnScreen(
    'glossary',
    found.flatMap(({ terms }) => terms.map(({ label }) => label)),
  );
  return (
    <section className="register glossary-screen" aria-label={t('glossary.title')}>
      <header className="register-head">
        <h2>{t('glossary.title')}</h2>
        <small>{t('glossary.subtitle')}</small>
      </header>
      <div className="register-body account">
        <div className="buttons search-head" role="search">
          <input
            type="search"
            maxLength={200}
            placeholder={t('glossary.words')}
            aria-label={t('glossary.words')}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
          {may('POST /api/v1/records') && (
            <button type="button" className="button primary" onClick={() => startRecord('term')}>
              {t('glossary.new')}
            </button>
          )}
        </div>
        <label className="case-check">
          <input type="checkbox" checked={differing} onChange={({ target }) => setDiffering(target.checked)} />
          <span>{t('glossary.onlyDiffering')}</span>
        </label>
        {state.isPending && <Loading />}
        {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
        {state.data && (
          <p className="search-count" role="status">
            {entries.length === 0 ? t('glossary.none') : t('glossary.count', { n: found.length, all: entries.length })}
          </p>
        )}
        <ul className="glossary-list">
          {found.slice(0, MOST).map((entry) => (
            <Row key={entry.id} entry={entry} opened={entry.terms.some(({ record }) => record === subject)} />
          ))}
        </ul>
        {found.length > MOST && <p className="quiet-text">{t('glossary.more', { n: found.length - MOST })}</p>}
      </div>
    </section>
  );
}

function says(entry: GlossaryEntry, words: string): boolean {
  const text = [entry.en, entry.ja, ...entry.terms.flatMap((one) => [one.reading, one.abbreviation])]
    .join('\n')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function Row({ entry, opened }: { entry: GlossaryEntry; opened: boolean }) {
  const t = useTranslate();
  return (
    <li data-entry={entry.en}>
      <details open={opened}>
        <summary>
          <b lang="en">{entry.en}</b> <b lang="ja">{entry.ja}</b> <span className="mono">{partiesOf(entry)}</span>
          {entry.differing.length > 0 && <span className="term-differs"> {t('glossary.differs')}</span>}
        </summary>
        <div className="term-gloss">
          <Gloss entry={entry} inGlossary />
          <span className="buttons">
            {entry.terms.map((term) => (
              <button
                key={term.record}
                type="button"
                className="button quiet small"
                onClick={() =>
                  term.own && may('PUT /api/v1/records/{id}') ? compose(term.record) : openRecord(term.record)
                }
              >
                {t(term.own && may('PUT /api/v1/records/{id}') ? 'glossary.revise' : 'glossary.record', {
                  party: term.party,
                })}
              </button>
            ))}
          </span>
        </div>
      </details>
    </li>
  );
}
