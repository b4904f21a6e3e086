import { useEffect, useMemo } from 'react';
import type { Track } from '../../api/types';
import { age, zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openTrack, route, useRoute } from '../../navigation/route';
import { useNode } from '../../node/model/node-query';
import { walkedList } from '../../records/model/list-selection';
import { LabelChip } from '../../release/components/label-chip';
import { useOnScreen } from '../../release/model/on-screen';
import { Loading } from '../../ui/failure';
import { useStore } from '../../ui/store';
import { useNow } from '../../ui/use-now';
import { chosen, DOMAINS, tellerOf, NO_CHOICE, trackChoice, type TrackDomain } from '../model/track-filter';
import { motionText, trackName } from '../model/track-text';
import { useTracks } from '../model/use-tracks';

/** So many lines are shown; who looks for another one searches. */
const MOST = 300;

/** What moves, the newest first, with a search by name, call sign, MMSI or ICAO address. */
export function TrackList() {
  const t = useTranslate();
  const { tracks, state } = useTracks();
  const choice = useStore(trackChoice);
  const own = useNode().data?.node ?? '';
  const present = useNow(10_000);
  const { panel, at } = useRoute();
  const now = useMemo(() => (at === null ? present : new Date(at)), [at, present]);
  const all = useMemo(() => chosen(tracks.values(), choice), [tracks, choice]);
  const nations = useMemo(() => [...new Set([...tracks.values()].map(tellerOf))].sort(), [tracks]);
  const shown = all.slice(0, MOST);
  useOnScreen(
    'list',
    useMemo(() => all.map(({ label }) => label), [all]),
  );
  const ids = shown.map(({ id }) => id).join(' ');
  useEffect(
    () => walkedList.set({ ids: ids === '' ? [] : ids.split(' '), current: openedTrack, open: openTrack }),
    [ids],
  );
  useEffect(() => () => trackChoice.set(NO_CHOICE), []);
  return (
    <section className="record-list track-list" aria-label={t('track.list')}>
      <header className="pane-head">
        <h2>{t('track.list')}</h2>
        <span className="count">{t('list.count', { shown: all.length, total: tracks.size })}</span>
      </header>
      <div className="filters" role="search">
        <input
          id="record-filter"
          type="search"
          placeholder={t('track.search')}
          aria-label={t('track.search')}
          value={choice.text}
          onChange={(event) => trackChoice.set({ ...choice, text: event.target.value })}
        />
        <select
          aria-label={t('track.domain')}
          value={choice.domain}
          onChange={(event) => trackChoice.set({ ...choice, domain: event.target.value as TrackDomain | '' })}
        >
          <option value="">
            {t('track.domain')}: {t('filter.all')}
          </option>
          {DOMAINS.map((domain) => (
            <option key={domain} value={domain}>
              {t(`track.${domain}`)}
            </option>
          ))}
        </select>
        {(nations.length > 1 || choice.nation !== '') && (
          <select
            aria-label={t('track.nation')}
            value={choice.nation}
            onChange={(event) => trackChoice.set({ ...choice, nation: event.target.value })}
          >
            <option value="">
              {t('track.nation')}: {t('filter.all')}
            </option>
            {[...new Set([...nations, choice.nation])]
              .filter((nation) => nation !== '')
              .map((nation) => (
                <option key={nation} value={nation}>
                  {nation}
                </option>
              ))}
          </select>
        )}
      </div>
      <div className="scroll" tabIndex={-1}>
        {state === 'connecting' && <Loading />}
        {state === 'lost' && (
          <p className="empty" role="status">
            {t('track.streamLost')}
          </p>
        )}
        {(state === 'live' || state === 'past') && all.length === 0 && (
          <p className="empty">{tracks.size === 0 ? t('track.none') : t('track.noMatch')}</p>
        )}
        <ul className="rows">
          {shown.map((track) => (
            <TrackRow
              key={track.id}
              track={track}
              selected={panel.kind === 'track' && panel.id === track.id}
              now={now}
              own={own}
            />
          ))}
        </ul>
        {all.length > MOST && <p className="empty">{t('track.more', { n: all.length - MOST })}</p>}
      </div>
    </section>
  );
}

function openedTrack(): string | null {
  const { panel } = route.get();
  return panel.kind === 'track' ? panel.id : null;
}

function TrackRow({ track, selected, now, own }: { track: Track; selected: boolean; now: Date; own: string }) {
  const t = useTranslate();
  return (
    <li className="record-row track-row" data-id={track.id} data-selected={selected} data-state={track.state}>
      <button type="button" aria-current={selected} onClick={() => openTrack(track.id)}>
        <span className="row-top">
          <span className="kind">{t(`track.${track.domain}`)}</span>
          {own !== '' && track.origin !== own && <span className="track-origin">{track.origin}</span>}
          {track.state === 'lost' && <span className="recalled">{t('track.lost')}</span>}
          <span className="track-motion">{motionText(track)}</span>
        </span>
        <span className="row-title">{trackName(track, t)}</span>
        <span className="row-meta">
          <span>
            {zulu(track.seenAt, now)} · {age(track.seenAt, now, t)}
            {track.feeds.length > 0 && ` · ${track.feeds.join(', ')}`}
          </span>
        </span>
        <LabelChip text={track.label} />
      </button>
    </li>
  );
}
