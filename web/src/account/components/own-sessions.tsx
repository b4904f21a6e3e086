import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { Failure, Loading } from '../../ui/failure';
import { endOwnSession } from '../api/end-own-session';
import { listOwnSessions } from '../api/list-own-sessions';

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
      {sessions.data && (
        <table className="audit-table">
          <thead>
            <tr>
              <th scope="col">{t('account.began')}</th>
              <th scope="col">{t('account.used')}</th>
              <th scope="col">{t('account.ends')}</th>
              <th scope="col">{t('account.address')}</th>
              <th scope="col">{t('account.browser')}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {sessions.data.map((one) => (
              <tr key={one.id}>
                <td className="mono">{zuluFull(one.began)}</td>
                <td className="mono">{zuluFull(one.used)}</td>
                <td className="mono">{zuluFull(one.ends)}</td>
                <td className="mono">{one.address}</td>
                <td className="details">{one.agent}</td>
                <td>
                  {one.current ? (
                    t('account.here')
                  ) : (
                    <button type="button" className="button small" onClick={() => end.mutate(one.id)}>
                      {t('account.end')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
