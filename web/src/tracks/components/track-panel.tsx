import { useMemo } from 'react';
import { isProblem } from '../../api/problem';
import type { Track, TrackDetail } from '../../api/types';
import { age, duration, localTime, zulu, zuluFull } from '../../i18n/time';
import { type Translate, useTranslate } from '../../i18n/translate';
import { closePanel, useRoute } from '../../navigation/route';
import { useNode } from '../../node/model/node-query';
import { LabelChip } from '../../release/components/label-chip';
import { useOnScreen } from '../../release/model/on-screen';
import { Failure, Loading } from '../../ui/failure';
import { Icon } from '../../ui/icon';
import { useStore } from '../../ui/store';
import { useNow } from '../../ui/use-now';
import { liveTracks } from '../model/live-tracks';
import { motionText, trackName } from '../model/track-text';
import { useTrack } from '../model/use-track';
import { useTracks } from '../model/use-tracks';

/** The one track somebody looks at: where and how fast, from whom and how old, where it is going. */
export function TrackPanel({ id }: { id: string }) {
  const t = useTranslate();
  const { at } = useRoute();
  const detail = useTrack(id, at);
  const live = useTracks().tracks.get(id);
  const ended = useStore(liveTracks).ended.has(id) && at === null;
  return (
    <article className="record-panel track-panel" aria-label={t('track.panel')}>
      {detail.isPending && <Loading />}
      {detail.isError &&
        (isProblem(detail.error) && detail.error.status === 404 ? (
          <p className="empty">
            {t(ended ? 'track.ended' : 'track.notFound')} <CloseButton />
          </p>
        ) : (
          <Failure error={detail.error} retry={() => void detail.refetch()} />
        ))}
      {ended && !detail.isError && (
        <p className="notice" role="status">
          {t('track.ended')}
        </p>
      )}
      {detail.data && <Loaded detail={detail.data} track={live ?? detail.data.track} />}
    </article>
  );
}

function Loaded({ detail, track }: { detail: TrackDetail; track: Track }) {
  const t = useTranslate();
  const own = useNode().data?.node ?? '';
  const present = useNow(5_000);
  const { at } = useRoute();
  const now = at === null ? present : new Date(at);
  useOnScreen(
    'panel',
    useMemo(() => [track.label], [track.label]),
  );
  return (
    <>
      <header className="panel-head">
        <p className="panel-path">
          <span>{t(`track.${track.domain}`)}</span> · <span>{t(`track.state.${track.state}`)}</span>
        </p>
        <CloseButton />
        <h2>{trackName(track, t)}</h2>
        <p className="chips">
          <LabelChip text={track.label} />
        </p>
      </header>
      {track.coarse && <p className="notice">{t('track.coarse', { km: Math.round(track.cellKm ?? 0) })}</p>}
      {own !== '' && track.origin !== own && (
        <p className="notice" data-tone="quiet">
          {t('track.partners', { origin: track.origin })}
        </p>
      )}
      <dl className="facts">
        <Fact name={t('track.origin')} value={track.origin} />
        <dt>{t('track.seen')}</dt>
        <dd>
          <span className="mono">{zuluFull(track.seenAt)}</span>{' '}
          <span className="local">{localTime(track.seenAt)}</span> · {age(track.seenAt, now, t)}
        </dd>
        {track.receivedAt !== undefined && (
          <>
            <dt>{t('track.received')}</dt>
            <dd>
              <span className="mono">{zuluFull(track.receivedAt)}</span> ·{' '}
              {t('track.ageOnArrival', { age: ageOnArrival(track.seenAt, track.receivedAt, t) })}
            </dd>
          </>
        )}
        <dt>{t('track.position')}</dt>
        <dd className="mono">
          {track.latitude.toFixed(track.coarse ? 2 : 5)}, {track.longitude.toFixed(track.coarse ? 2 : 5)}
          {track.accuracyMetres !== undefined && ` ± ${Math.max(1, Math.round(track.accuracyMetres))} m`}
        </dd>
        <Fact name={t('track.motion')} value={motionText(track)} />
        <Fact name={t('track.heading')} value={track.heading === undefined ? '' : `${Math.round(track.heading)}°`} />
        <Fact
          name={t('track.altitude')}
          value={track.altitude === undefined ? '' : `${Math.round(track.altitude)} m`}
        />
        <Fact name={t('track.callsign')} value={track.callsign ?? ''} />
        <Fact name={t('track.identities')} value={track.identities.join(', ')} />
        <Fact name={t('track.trail')} value={trailText(detail, track.origin !== own && own !== '', now, t)} />
      </dl>
      {detail.predicted.length > 0 && <Predicted detail={detail} now={now} />}
      {detail.sources.length > 0 && <Sources detail={detail} now={now} />}
    </>
  );
}

/** How much of its past is drawn, from when on, and by whose word. */
function trailText({ history, track }: TrackDetail, partners: boolean, now: Date, t: Translate): string {
  const [first] = history;
  if (first === undefined) {
    return '';
  }
  const values = { n: history.length, time: zulu(first.at, now), origin: track.origin };
  return partners ? t('track.trailTold', values) : t('track.trailSince', values);
}

function ageOnArrival(seenAt: string, receivedAt: string, t: Translate): string {
  return duration(Math.max(0, Date.parse(receivedAt) - Date.parse(seenAt)), t);
}

function Fact({ name, value }: { name: string; value: string }) {
  return value === '' ? null : (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function distance(metres: number): string {
  return metres < 950 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(1)} km`;
}

/** Where it will be if it goes on as now, and how unsure that is. */
function Predicted({ detail, now }: { detail: TrackDetail; now: Date }) {
  const t = useTranslate();
  return (
    <section>
      <h3>{t('track.predicted')}</h3>
      <ul className="track-lines">
        {detail.predicted.map(({ at, latitude, longitude, accuracyMetres }) => (
          <li key={at}>
            <span className="mono">{zulu(at, now)}</span>{' '}
            <span className="mono">
              {latitude.toFixed(3)}, {longitude.toFixed(3)} ± {distance(accuracyMetres)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sources({ detail, now }: { detail: TrackDetail; now: Date }) {
  const t = useTranslate();
  return (
    <section>
      <h3>{t('track.sources')}</h3>
      <ul className="track-lines">
        {detail.sources.map((source) => (
          <li key={`${source.feed} ${source.identity}`}>
            <b>{source.feed}</b> <code>{source.identity}</code>
            <br />
            {age(source.seenAt ?? source.receivedAt, now, t)}
            {[source.name, source.callsign, source.imo && `IMO ${source.imo}`]
              .filter((word) => word !== undefined && word !== '')
              .map((word) => ` · ${word}`)
              .join('')}
            {source.destination && ` · ${t('track.destination', { place: source.destination })}`}
            {source.length !== undefined && source.beam !== undefined && ` · ${source.length} × ${source.beam} m`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CloseButton() {
  const t = useTranslate();
  return (
    <button type="button" className="button icon-only close" aria-label={t('common.close')} onClick={closePanel}>
      <Icon name="close" />
    </button>
  );
}
