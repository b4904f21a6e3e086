import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { SessionTable } from '../../account/components/session-table';
import type { Person } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { Failure, Loading } from '../../ui/failure';
import { endSession } from '../api/end-session';
import { endSessions } from '../api/end-sessions';
import { listSessions } from '../api/list-sessions';

/** Where somebody else is signed in, to end one session or all of them. */
export function PersonSessions({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTranslate();
  const language = useLanguage();
  const client = useQueryClient();
  const queryKey = ['people', person.id, 'sessions'];
  const sessions = useQuery({ queryKey, queryFn: ({ signal }) => listSessions(person.id, signal) });
  const onSettled = () => client.invalidateQueries({ queryKey });
  const one = useMutation({ mutationFn: (id: string) => endSession(person.id, id), onSettled });
  const all = useMutation({ mutationFn: () => endSessions(person.id), onSettled });
  const busy = one.isPending || all.isPending;
  const failure = one.error ?? all.error;
  return (
    <section
      className="notice"
      data-panel="sessions"
      aria-label={t('people.sessionsOf', { name: person.name[language] })}
    >
      <h3>
        {t('people.sessionsOf', { name: person.name[language] })} <small className="mono">{person.signInName}</small>
      </h3>
      {sessions.isPending && <Loading />}
      {sessions.isError && <Failure error={sessions.error} retry={() => void sessions.refetch()} />}
      {failure && <Failure error={failure} />}
      {sessions.data?.length === 0 && <p className="empty">{t('people.noSessions')}</p>}
      {sessions.data && sessions.data.length > 0 && (
        <SessionTable sessions={sessions.data} busy={busy} onEnd={(id) => one.mutate(id)} />
      )}
      <p className="buttons">
        {sessions.data && sessions.data.length > 0 && (
          <button type="button" className="button small" disabled={busy} onClick={() => all.mutate()}>
            {t('people.endSessions')}
          </button>
        )}
        <button type="button" className="button small quiet" onClick={onClose}>
          {t('people.closeSessions')}
        </button>
      </p>
    </section>
  );
}
