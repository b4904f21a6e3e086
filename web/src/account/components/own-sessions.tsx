import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from '../../i18n/translate';
import { Failure, Loading } from '../../ui/failure';
import { endOwnSession } from '../api/end-own-session';
import { listOwnSessions } from '../api/list-own-sessions';
import { SessionTable } from './session-table';

/** Where one is signed in, to end what one does not know. */
export function OwnSessions() {
  const t = useTranslate();
  const client = useQueryClient();
  const sessions = useQuery({
    queryKey: ['account', 'sessions'],
    queryFn: ({ signal }) => listOwnSessions(signal),
  });
  const end = useMutation({
    mutationFn: endOwnSession,
    onSettled: () => client.invalidateQueries({ queryKey: ['account', 'sessions'] }),
  });
  return (
    <section aria-label={t('account.sessions')}>
      <h3>{t('account.sessions')}</h3>
      {sessions.isPending && <Loading />}
      {sessions.isError && <Failure error={sessions.error} retry={() => void sessions.refetch()} />}
      {end.isError && <Failure error={end.error} />}
      {sessions.data && <SessionTable sessions={sessions.data} onEnd={(id) => end.mutate(id)} />}
    </section>
  );
}
