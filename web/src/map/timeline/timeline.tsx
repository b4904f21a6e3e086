import { useEffect, useMemo, useState } from 'react';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openTime, useRoute } from '../../navigation/route';
import { pastTracks } from '../../tracks/model/past-tracks';
import { Icon } from '../../ui/icon';
import { useStore } from '../../ui/store';
import { useNow } from '../../ui/use-now';
import { PresetTime } from './preset-time';
import { countByTime, REACHES, reachFor, replay, SPEEDS, startOf, stepMillis, stepped } from './timeline-model';
import type { Reach, Speed } from './timeline-model';

const PARTS = 80;
const BEAT_MILLIS = 1_000;

/** The slider through time: it moves map and lists together. `times` is when what is shown was stored. */
export function Timeline({ times }: { times: readonly string[] }) {
  const t = useTranslate();
  const { at } = useRoute();
  const [chosen, setChosen] = useState<Reach>(6);
  const { playing, speed } = useStore(replay);
  const now = useNow(10_000).getTime();
  const reach = reachFor(at, chosen, now);
  const start = startOf(reach, now);
  const value = at === null ? now : Math.max(start, Date.parse(at));
  useReplay();
  const shown = at ?? new Date(now).toISOString();
  const step = (direction: 1 | -1) => openTime(stepped(at, direction * stepMillis(reach), Date.now()));
  return (
    <section className="timeline" aria-label={t('time.label')} data-past={at !== null}>
      <div className="timeline-state">
        <button
          type="button"
          className="button small live-button"
          aria-pressed={at === null}
          onClick={() => {
            replay.update((one) => ({ ...one, playing: false }));
            openTime(null);
          }}
        >
          <span className="live-dot" aria-hidden="true" /> {at === null ? t('time.live') : t('time.now')}
        </button>
        <StepButton label={t('time.back')} icon="stepBack" onClick={() => step(-1)} disabled={false} />
        <StepButton
          label={playing ? t('time.pause') : t('time.play')}
          icon={playing ? 'pause' : 'play'}
          onClick={() => togglePlaying(at, reach)}
          disabled={false}
        />
        <StepButton label={t('time.forward')} icon="stepForward" onClick={() => step(1)} disabled={at === null} />
        <select
          aria-label={t('time.speed')}
          value={speed}
          onChange={(event) => replay.update((one) => ({ ...one, speed: Number(event.target.value) as Speed }))}
        >
          {SPEEDS.map((one) => (
            <option key={one} value={one}>
              {one}×
            </option>
          ))}
        </select>
      </div>
      <div className="timeline-slide">
        <Histogram times={times} start={start} end={now} />
        <input
          type="range"
          aria-label={t('time.slider')}
          aria-valuetext={at === null ? t('time.live') : zuluFull(shown)}
          min={start}
          max={now}
          step={stepMillis(reach) / 10}
          value={value}
          onChange={(event) => {
            const to = Number(event.target.value);
            openTime(to >= now - stepMillis(reach) / 10 ? null : new Date(to).toISOString(), 'replay');
          }}
        />
      </div>
      <div className="timeline-choice">
        <select
          aria-label={t('time.reach')}
          value={reach}
          onChange={(event) => setChosen(Number(event.target.value) as Reach)}
        >
          {REACHES.map((hours) => (
            <option key={hours} value={hours}>
              {hours < 48 ? t('time.hours', { n: hours }) : t('time.days', { n: hours / 24 })}
            </option>
          ))}
        </select>
        <PresetTime shown={shown} />
      </div>
    </section>
  );
}

function StepButton(props: {
  label: string;
  icon: 'stepBack' | 'stepForward' | 'play' | 'pause';
  disabled: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="button icon-only"
      aria-label={props.label}
      title={props.label}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      <Icon name={props.icon} size={15} />
    </button>
  );
}

/** Who plays from now begins where the slider begins. */
export function togglePlaying(at: string | null, reach: Reach): void {
  if (!replay.get().playing && at === null) {
    openTime(new Date(startOf(reach, Date.now())).toISOString());
  }
  replay.update((one) => ({ ...one, playing: !one.playing }));
}

/** While it plays time goes on, but never ahead of a picture that the node is still making. */
function useReplay(): void {
  const { playing, speed } = useStore(replay);
  const { at } = useRoute();
  useEffect(() => {
    if (!playing || at === null) {
      return undefined;
    }
    const timer = setTimeout(function beat() {
      if (pastTracks.get().loading) {
        waiting = setTimeout(beat, BEAT_MILLIS / 10);
        return;
      }
      const next = stepped(at, speed * BEAT_MILLIS, Date.now());
      openTime(next, 'replay');
      if (next === null) {
        replay.update((one) => ({ ...one, playing: false }));
      }
    }, BEAT_MILLIS);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    return () => {
      clearTimeout(timer);
      clearTimeout(waiting);
    };
  }, [playing, speed, at]);
  useEffect(() => () => replay.update((one) => ({ ...one, playing: false })), []);
}

/** How many records came when: where the bars are high something happened. */
function Histogram({ times, start, end }: { times: readonly string[]; start: number; end: number }) {
  const minute = Math.floor(end / 60_000);
  const counts = useMemo(() => countByTime(times, start, end, PARTS), [times, minute, end - start]);
  const most = Math.max(1, ...counts);
  return (
    <svg className="timeline-bars" viewBox={`0 0 ${PARTS} 20`} preserveAspectRatio="none" aria-hidden="true">
      {counts.map((count, n) => {
        const height = count === 0 ? 0.6 : 3 + (Math.sqrt(count) / Math.sqrt(most)) * 17;
        return <rect key={n} x={n + 0.15} y={20 - height} width={0.7} height={height} />;
      })}
    </svg>
  );
}
