import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Feed } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Failure, Loading } from '../../ui/failure';
import { listFeeds } from '../api/list-feeds';
import { startFeed } from '../api/start-feed';
import { stopFeed } from '../api/stop-feed';
import { FeedTable } from './feed-table';
import { TakPanel } from './tak-panel';

const KEY = ['feeds'];
const EVERY = 2_000;

/** What comes in from receivers and networks, as it comes. */
export function FeedsScreen() {
  const t = useTranslate();
  const client = useQueryClient();
  const feeds = useQuery({ queryKey: KEY, queryFn: ({ signal }) => listFeeds(signal), refetchInterval: EVERY });
  const turn = useMutation({
    mutationFn: (feed: Feed) => (feed.on ? stopFeed(feed.id) : startFeed(feed.id)),
    onSuccess: (now) =>
      client.setQueryData<readonly Feed[]>(KEY, (all) => all?.map((one) => (one.id === now.id ? now : one))),
    onError: () => void client.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <section className="register" aria-label={t('feeds.title')}>
      <header className="register-head">
        <h2>{t('feeds.title')}</h2>
        <small>{t('feeds.subtitle')}</small>
      </header>
      <div className="register-body account">
        {feeds.isPending && <Loading />}
        {feeds.isError && <Failure error={feeds.error} retry={() => void feeds.refetch()} />}
        {turn.isError && <Failure error={turn.error} />}
        {feeds.data?.length === 0 && <p className="notice">{t('feeds.none')}</p>}
        {feeds.data !== undefined && feeds.data.length > 0 && (
          <FeedTable feeds={feeds.data} busy={turn.isPending} onTurn={(feed) => turn.mutate(feed)} />
        )}
        <TakPanel />
      </div>
    </section>
  );
}
