import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { CaseDuty, CaseFresh, CaseInbox } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { useOnScreen } from '../../release/model/on-screen';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { listCases } from '../api/list-cases';
import { readInbox } from '../api/read-inbox';
import { takeWatch } from '../api/take-watch';
import { BodyChip } from './body-chip';
import { DutyTable } from './duty-table';
import { useBodies } from './use-bodies';

const EVERY = 30_000;

/** What is new, what we have to do, and what we wait for; of all bodies, or of those where one has the watch. */
export function CaseInboxPage({ more }: { more: ReactNode }) {
  const state = useQuery({
    queryKey: ['cases', 'inbox'],
    queryFn: ({ signal }) => readInbox(signal),
    refetchInterval: EVERY,
  });
  // A duty is marked like the case that it belongs to.
  const cases = useQuery({ queryKey: ['cases', 'list'], queryFn: ({ signal }) => listCases(signal) });
  const shown = new Set([...(state.data?.duties ?? []), ...(state.data?.fresh ?? [])].map(({ caseId }) => caseId));
  useOnScreen('case inbox', cases.data?.cases.filter(({ id }) => shown.has(id)).map(({ label }) => label) ?? []);
  return (
    <>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && <Inbox inbox={state.data} />}
      {more}
    </>
  );
}

function Inbox({ inbox }: { inbox: CaseInbox }) {
  const t = useTranslate();
  const [mine, setMine] = useState(inbox.bodies.length > 0);
  const shown = inbox.duties.filter((duty) => !mine || !duty.body || inbox.bodies.includes(duty.body));
  const of = (state: CaseDuty['state']) => shown.filter((duty) => duty.state === state);
  return (
    <>
      <Watch seats={inbox.seats} />
      <label className="case-check">
        <input
          type="checkbox"
          checked={mine}
          disabled={inbox.bodies.length === 0}
          onChange={({ target }) => setMine(target.checked)}
        />
        <span>{t('cases.onlyMine')}</span>
      </label>
      <Mentioned mentions={inbox.mentions} seats={mine ? inbox.bodies : null} />
      <Fresh fresh={inbox.fresh} more={inbox.more} />
      {(['overdue', 'due', 'awaiting'] as const).map((one) => (
        <section key={one} data-inbox={one}>
          <h4>
            {t(`cases.inbox.${one}`)} <b>{of(one).length}</b>
          </h4>
          {of(one).length === 0 ? (
            <p className="quiet-text">{t('cases.nothing')}</p>
          ) : (
            <DutyTable duties={of(one)} withCase />
          )}
        </section>
      ))}
    </>
  );
}

function Fresh({ fresh, more }: { fresh: readonly CaseFresh[]; more: number }) {
  const t = useTranslate();
  return (
    <section data-inbox="new">
      <h4>
        {t('cases.inbox.new')} <b>{fresh.length + more}</b>
      </h4>
      {fresh.length === 0 && <p className="quiet-text">{t('cases.nothing')}</p>}
      <ul className="case-list">
        {fresh.map((one) => (
          <FreshLine key={one.record} said={one} />
        ))}
      </ul>
      {more > 0 && <p className="quiet-text">{t('cases.moreNew', { n: more })}</p>}
    </section>
  );
}

/** A statement in a case, by which one comes to it. */
function FreshLine({ said, children }: { said: CaseFresh; children?: ReactNode }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <li>
      <span className="mono">{zulu(said.time)}</span> <b className="mono">{said.party}</b>{' '}
      {t(`cases.act.${said.act}` as TextKey)}{' '}
      <button type="button" className="link" onClick={() => openScreen('cases', said.caseId)}>
        {said.name[language]}
      </button>{' '}
      {children} <small>{said.text.slice(0, 140)}</small>
    </li>
  );
}

/** What mentions our bodies, or those where one has the watch. */
function Mentioned({ mentions, seats }: { mentions: CaseInbox['mentions']; seats: readonly string[] | null }) {
  const t = useTranslate();
  const shown = mentions.filter(({ bodies }) => seats === null || bodies.some((code) => seats.includes(code)));
  return (
    <section data-inbox="mentioned">
      <h4>
        {t('cases.inbox.mentioned')} <b>{shown.length}</b>
      </h4>
      {shown.length === 0 && <p className="quiet-text">{t('cases.nothing')}</p>}
      <ul className="case-list">
        {shown.map(({ said, bodies }) => (
          <FreshLine key={said.record} said={said}>
            {bodies.map((code) => (
              <BodyChip key={code} code={code} />
            ))}
          </FreshLine>
        ))}
      </ul>
    </section>
  );
}

function Watch({ seats }: { seats: readonly string[] }) {
  const t = useTranslate();
  const client = useQueryClient();
  const { bodies, nameOf } = useBodies();
  const language = useLanguage();
  const take = useMutation({
    mutationFn: takeWatch,
    onSuccess: (inbox) => client.setQueryData(['cases', 'inbox'], inbox),
  });
  if (!may('PUT /api/v1/cases/watch')) {
    return null;
  }
  return (
    <details className="case-watch">
      <summary>
        {seats.length === 0
          ? t('cases.noWatch')
          : t('cases.watchAt', { list: seats.map(nameOf).join(language === 'ja' ? '、' : ', ') })}
      </summary>
      <p className="quiet-text">{t('cases.watchHint')}</p>
      <div className="case-bodies">
        {bodies.map((body) => (
          <label key={body.code} className="case-check">
            <input
              type="checkbox"
              name={body.code}
              checked={seats.includes(body.code)}
              onChange={({ target }) =>
                take.mutate(target.checked ? [...seats, body.code] : seats.filter((one) => one !== body.code))
              }
            />
            <span>{body.name[language]}</span>
          </label>
        ))}
      </div>
      {take.isError && <Failure error={take.error} />}
    </details>
  );
}
