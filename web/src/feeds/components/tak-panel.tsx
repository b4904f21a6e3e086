import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { disconnectTakClient } from '../api/disconnect-tak-client';
import { readTak } from '../api/read-tak';
import { RefusedClients, TakTable } from './tak-table';

const KEY = ['tak'];
const EVERY = 2_000;

/** Which TAK clients are connected to this node, and how others connect. */
export function TakPanel() {
  const t = useTranslate();
  const client = useQueryClient();
  const tak = useQuery({ queryKey: KEY, queryFn: ({ signal }) => readTak(signal), refetchInterval: EVERY });
  const cut = useMutation({
    mutationFn: disconnectTakClient,
    onSuccess: (now) => client.setQueryData(KEY, now),
    onError: () => void client.invalidateQueries({ queryKey: KEY }),
  });
  if (tak.data === undefined) {
    return tak.isError ? <Failure error={tak.error} retry={() => void tak.refetch()} /> : null;
  }
  const { address, feed, most, clients, refused } = tak.data;
  if (address === null) {
    return (
      <section aria-labelledby="tak-title">
        <h3 id="tak-title">{t('tak.title')}</h3>
        <p className="notice">{t('tak.off')}</p>
      </section>
    );
  }
  return (
    <section aria-labelledby="tak-title" data-tak>
      <h3 id="tak-title">
        {t('tak.title')} <small>{t('tak.count', { n: String(clients.length), most: String(most) })}</small>
      </h3>
      <p>
        {t('tak.how', { address })} {feed === null ? t('tak.nowhere') : t('tak.into', { feed })}
      </p>
      {cut.isError && <Failure error={cut.error} />}
      {clients.length === 0 ? (
        <p className="notice">{t('tak.none')}</p>
      ) : (
        <TakTable clients={clients} busy={cut.isPending} onCut={(id) => cut.mutate(id)} />
      )}
      {refused.length > 0 && <RefusedClients refused={refused} />}
    </section>
  );
}
