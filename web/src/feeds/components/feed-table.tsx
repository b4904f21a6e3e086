import { Fragment } from 'react';
import type { Feed } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import { decimal } from '../../ui/figures';
import { StatusShape } from '../../ui/status-shape';
import { lagOf, rateOf, shapeOf, stateOf } from '../model/feed-words';
import { RefusedLines } from './refused-lines';

interface Props {
  readonly feeds: readonly Feed[];
  readonly busy: boolean;
  readonly onTurn: (feed: Feed) => void;
}

/** One row for each feed, and under it what is wrong with it. */
export function FeedTable({ feeds, busy, onTurn }: Props) {
  const t = useTranslate();
  return (
    <table className="audit-table feed-table">
      <thead>
        <tr>
          <th scope="col">{t('feeds.feed')}</th>
          <th scope="col">{t('feeds.state')}</th>
          <th scope="col" className="number">
            {t('feeds.rate')}
          </th>
          <th scope="col" className="number">
            {t('feeds.lag')}
          </th>
          <th scope="col" className="number">
            {t('feeds.messages')}
          </th>
          <th scope="col" className="number">
            {t('feeds.sightings')}
          </th>
          <th scope="col">{t('feeds.label')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('feeds.turn')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {feeds.map((feed) => (
          <Fragment key={feed.id}>
            <Row feed={feed} busy={busy} onTurn={onTurn} />
            <Below feed={feed} />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Row({ feed, busy, onTurn }: { feed: Feed } & Omit<Props, 'feeds'>) {
  const t = useTranslate();
  const turn = feed.on ? t('feeds.stop') : t('feeds.start');
  const allowed = may(feed.on ? 'POST /api/v1/feeds/{id}/stop' : 'POST /api/v1/feeds/{id}/start');
  return (
    <tr data-feed={feed.id} data-state={feed.state}>
      <th scope="row">
        {feed.id}
        <small>
          {t(`feeds.kind.${feed.kind}`)} · <span className="mono">{feed.source}</span>
        </small>
      </th>
      <td>
        <StatusShape status={shapeOf(feed)} /> {stateOf(feed, t)}
      </td>
      <Figure name={t('feeds.rate')} value={feed.on ? rateOf(feed) : ''} />
      <Figure name={t('feeds.lag')} value={lagOf(feed, t)} />
      <Figure name={t('feeds.messages')} value={decimal(feed.messages, 0)} />
      <Figure name={t('feeds.sightings')} value={decimal(feed.sightings, 0)} />
      <td className="mono">{feed.label}</td>
      <td>
        {allowed && (
          <button
            type="button"
            className="button small"
            disabled={busy}
            aria-label={`${turn}: ${feed.id}`}
            onClick={() => onTurn(feed)}
          >
            {turn}
          </button>
        )}
      </td>
    </tr>
  );
}

/** Names itself where the table has no head, on a phone. */
function Figure({ name, value }: { name: string; value: string }) {
  return (
    <td className="mono number" data-name={value === '' ? undefined : name}>
      {value}
    </td>
  );
}

/** Nothing where there is nothing to say. */
function Below({ feed }: { feed: Feed }) {
  const t = useTranslate();
  const { problem } = feed;
  const counts = [
    ...(feed.duplicates > 0 ? [t('feeds.duplicates', { n: decimal(feed.duplicates, 0) })] : []),
    ...(feed.lost > 0 ? [t('feeds.lost', { n: decimal(feed.lost, 0) })] : []),
    ...(feed.dropped > 0 ? [t('feeds.dropped', { n: decimal(feed.dropped, 0) })] : []),
  ];
  if (problem === null && counts.length === 0 && feed.refused.length === 0) {
    return null;
  }
  return (
    <tr className="feed-below">
      <td colSpan={8}>
        {problem !== null && (
          <p>
            <span className="mono">{zuluFull(problem.at)}</span> {t(`feeds.fault.${problem.fault}`)} ·{' '}
            <span className="mono">{problem.detail}</span>
          </p>
        )}
        {counts.length > 0 && <p>{counts.join(' · ')}</p>}
        <RefusedLines feed={feed} />
      </td>
    </tr>
  );
}
