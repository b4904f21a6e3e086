import type { Feed } from '../../api/types';
import { duration } from '../../i18n/time';
import { isTextKey, type Translate } from '../../i18n/translate';
import { decimal } from '../../ui/figures';
import type { Status } from '../../ui/status-shape';

const SHAPES: Record<Feed['state'], Status> = {
  running: 'normal',
  connecting: 'standby',
  waiting: 'serious',
  ended: 'off',
  stopped: 'off',
};

/** They speak when something happens, which may be once a month. */
const SELDOM: readonly Feed['kind'][] = ['cap', 'jma', 'usgs', 'geojson'];

/** A feed that runs and yields nothing any more deserves a second look. */
export function shapeOf(feed: Feed): Status {
  return isSilent(feed) ? 'caution' : SHAPES[feed.state];
}

export function stateOf(feed: Feed, t: Translate): string {
  return isSilent(feed) ? t('feeds.silent') : t(`feeds.state.${feed.state}`);
}

function isSilent(feed: Feed): boolean {
  return feed.state === 'running' && feed.messagesPerSecond === 0 && !SELDOM.includes(feed.kind);
}

export function reasonOf(reason: string, t: Translate): string {
  const key = `feeds.reason.${reason}`;
  return isTextKey(key) ? t(key) : reason;
}

export function rateOf(feed: Feed): string {
  return decimal(feed.messagesPerSecond, feed.messagesPerSecond < 10 ? 1 : 0);
}

/** Empty while it does not run: an old figure would look like one of now. */
export function lagOf(feed: Feed, t: Translate): string {
  return feed.lagMillis === null || feed.state !== 'running' ? '' : duration(feed.lagMillis, t);
}

export function refusedCount(feed: Feed): number {
  return feed.refused.reduce((sum, { count }) => sum + count, 0);
}
