import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SearchCount, SearchResult } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { openScreen, useRoute } from '../../navigation/route';
import { listOfRecords, walkedList } from '../../records/model/list-selection';
import { useKinds } from '../../records/model/record-queries';
import { kindName } from '../../records/model/record-text';
import { useOnScreen } from '../../release/model/on-screen';
import { Failure, Loading } from '../../ui/failure';
import { useDebounced } from '../../ui/use-debounced';
import { useNow } from '../../ui/use-now';
import { search } from '../api/search';
import { SearchHitRow } from './search-hit';

const PAGE = 50;
const MOST = 200;

/** What one sees that says what one looks for, in either language. The words stand in the address, so that a search can be
 *  kept and sent on; the address never leaves the browser. */
export function SearchScreen({ subject }: { subject: string | null }) {
  const t = useTranslate();
  const [text, setText] = useState(subject ?? '');
  const [order, setOrder] = useState<'newest' | 'best'>('newest');
  const [kind, setKind] = useState('');
  const [party, setParty] = useState('');
  const [offset, setOffset] = useState(0);
  const asked = useDebounced(text.trim(), 250);
  useEffect(() => setOffset(0), [asked, order, kind, party]);
  useEffect(() => {
    if (asked !== (subject ?? '')) {
      openScreen('search', asked === '' ? null : asked);
    }
    // Only what is typed moves the address.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked]);
  // The palette and the way back change the address while the screen is open.
  useEffect(() => {
    if ((subject ?? '') !== asked) {
      setText(subject ?? '');
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [subject]);
  const state = useQuery({
    queryKey: ['search', asked, order, kind, party, offset],
    queryFn: ({ signal }) =>
      search({ text: asked, order, ...(kind && { kind }), ...(party && { party }), offset }, signal),
    enabled: asked !== '',
    placeholderData: (before) => before,
  });
  const result = asked === '' ? undefined : state.data;
  useOnScreen('search', result?.hits.map(({ record }) => record.banner) ?? []);
  return (
    <section className="register search-screen" aria-label={t('find.title')}>
      <header className="register-head">
        <h2>{t('find.title')}</h2>
        <small>{t('find.subtitle')}</small>
      </header>
      <div className="register-body account" role="search">
        <div className="buttons search-head">
          <input
            id="search-text"
            type="search"
            autoFocus
            maxLength={MOST}
            placeholder={t('find.placeholder')}
            aria-label={t('find.placeholder')}
            aria-describedby="search-syntax"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <select
            name="order"
            aria-label={t('find.order')}
            value={order}
            onChange={({ target }) => setOrder(target.value === 'best' ? 'best' : 'newest')}
          >
            <option value="newest">{t('find.newest')}</option>
            <option value="best">{t('find.best')}</option>
          </select>
        </div>
        <p id="search-syntax" className="hint">
          {t('find.syntax')}
        </p>
        {asked !== '' && state.isPending && <Loading />}
        {asked !== '' && state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
        {result && <Counts result={result} {...{ kind, setKind, party, setParty }} />}
        {result && <Hits result={result} offset={offset} setOffset={setOffset} />}
      </div>
    </section>
  );
}

interface Narrowing {
  readonly kind: string;
  readonly setKind: (kind: string) => void;
  readonly party: string;
  readonly setParty: (party: string) => void;
}

function Counts({ result, kind, setKind, party, setParty }: Narrowing & { result: SearchResult }) {
  const t = useTranslate();
  const language = useLanguage();
  const kinds = useKinds().data ?? [];
  const { total, more, index } = result;
  return (
    <>
      <p className="search-count" role="status">
        {total === 0 ? t('find.nothing') : t(more ? 'find.atLeast' : 'find.found', { n: total })}
        {!index.complete && ` ${t('find.behind', { done: index.done, of: index.of })}`}
      </p>
      <div className="search-narrow">
        <Narrow
          name={t('filter.kind')}
          counts={result.kinds}
          chosen={kind}
          choose={setKind}
          say={(code) => kindName(code, kinds, language)}
        />
        <Narrow
          name={t('filter.origin')}
          counts={result.parties}
          chosen={party}
          choose={setParty}
          say={(code) => code}
        />
      </div>
    </>
  );
}

interface NarrowProps {
  readonly name: string;
  readonly counts: readonly SearchCount[];
  readonly chosen: string;
  readonly choose: (code: string) => void;
  readonly say: (code: string) => string;
}

function Narrow({ name, counts, chosen, choose, say }: NarrowProps) {
  const shown = chosen !== '' && counts.every(({ code }) => code !== chosen) ? [{ code: chosen, count: 0 }] : counts;
  return (
    <div className="buttons" role="group" aria-label={name}>
      {shown.map(({ code, count }) => (
        <button
          key={code}
          type="button"
          className="button quiet small"
          data-code={code}
          aria-pressed={chosen === code}
          onClick={() => choose(chosen === code ? '' : code)}
        >
          {say(code)} <span className="count">{count}</span>
        </button>
      ))}
    </div>
  );
}

interface HitsProps {
  readonly result: SearchResult;
  readonly offset: number;
  readonly setOffset: (offset: number) => void;
}

function Hits({ result: { hits, total }, offset, setOffset }: HitsProps) {
  const t = useTranslate();
  const language = useLanguage();
  const kinds = useKinds().data ?? [];
  const now = useNow(20_000);
  const { panel } = useRoute();
  useEffect(() => walkedList.set(listOfRecords(hits.map(({ record }) => record.id))), [hits]);
  return (
    <>
      <ul className="rows search-hits">
        {hits.map((hit) => (
          <SearchHitRow
            key={hit.record.id}
            hit={hit}
            kinds={kinds}
            language={language}
            selected={panel.kind === 'record' && panel.id === hit.record.id}
            now={now}
          />
        ))}
      </ul>
      {total > PAGE && (
        <div className="buttons">
          <button
            type="button"
            className="button quiet"
            disabled={offset === 0}
            onClick={() => setOffset(offset - PAGE)}
          >
            {t('find.previous')}
          </button>
          <span className="count">{t('find.place', { from: offset + 1, to: offset + hits.length, total })}</span>
          <button
            type="button"
            className="button quiet"
            disabled={offset + PAGE >= total}
            onClick={() => setOffset(offset + PAGE)}
          >
            {t('find.next')}
          </button>
        </div>
      )}
    </>
  );
}
