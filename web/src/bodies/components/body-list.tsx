import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Directory } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { startRecord } from '../../records/model/start-record';
import { useOnScreen } from '../../release/model/on-screen';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { useNow } from '../../ui/use-now';
import { listBodies } from '../api/list-bodies';
import { listCases } from '../api/list-cases';
import { byLevel, found, foundContacts } from '../model/found';
import { BodyEntry } from './body-entry';
import { ContactLines } from './contact-lines';

const EVERY = 60_000;

/** All bodies by level, the highest first; the one that somebody came for is open. */
export function BodyList({ chosen }: { chosen: string | null }) {
  const state = useQuery({
    queryKey: ['bodies', 'list'],
    queryFn: ({ signal }) => listBodies(signal),
    refetchInterval: EVERY,
  });
  return (
    <>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && <Listed directory={state.data} chosen={chosen} />}
    </>
  );
}

function Listed({ directory, chosen }: { directory: Directory; chosen: string | null }) {
  const t = useTranslate();
  const now = useNow(EVERY / 2);
  const [words, setWords] = useState('');
  const cases = useQuery({
    queryKey: ['cases', 'list'],
    queryFn: ({ signal }) => listCases(signal),
    enabled: may('GET /api/v1/cases'),
  });
  const shown = found(directory.bodies, words);
  const others = foundContacts(directory.others, words);
  const caseRows = cases.data?.cases ?? [];
  const casesOf = (code: string) => caseRows.filter(({ bodies }) => bodies.includes(code));
  useOnScreen('bodies', [
    ...shown.flatMap(({ offices }) => offices.flatMap(({ contacts }) => contacts.map(({ label }) => label))),
    ...others.map(({ label }) => label),
    ...shown.flatMap(({ code }) => casesOf(code).map(({ label }) => label)),
  ]);
  return (
    <div className="body-sheet">
      <div className="buttons search-head" role="search">
        <input
          id="search-text"
          type="search"
          maxLength={200}
          placeholder={t('bodies.words')}
          aria-label={t('bodies.words')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        {may('POST /api/v1/records') && (
          <button type="button" className="button primary" onClick={() => startRecord('office-contact')}>
            {t('bodies.new')}
          </button>
        )}
        <button type="button" className="button" onClick={() => window.print()}>
          {t('bodies.print')}
        </button>
      </div>
      <p className="search-count" role="status">
        {t('bodies.count', { n: shown.length, all: directory.bodies.length })}
      </p>
      {byLevel(shown).map(([level, bodies]) => (
        <section key={level} data-level={level}>
          <h3>{t(`cases.level.${level}` as TextKey)}</h3>
          {bodies.map((body) => (
            <BodyEntry
              key={`${body.code} ${body.code === chosen || words !== ''}`}
              body={body}
              opened={body.code === chosen || words !== ''}
              own={directory.own}
              cases={casesOf(body.code)}
              now={now}
            />
          ))}
        </section>
      ))}
      {others.length > 0 && (
        <section data-level="others">
          <h3>{t('bodies.others')}</h3>
          {others.map((contact) => (
            <ContactLines key={contact.record} contact={contact} />
          ))}
        </section>
      )}
    </div>
  );
}
