import type { LinkState } from '../../api/types';
import { duration } from '../../i18n/time';
import type { Translate } from '../../i18n/translate';
import type { Status } from '../../ui/status-shape';

/** A partner who is away is not an error; only a refused link needs somebody to act. */
export function shapeOf({ state, waiting }: LinkState): Status {
  switch (state) {
    case 'up':
      return waiting > 0 ? 'caution' : 'normal';
    case 'connecting':
    case 'paused':
      return 'standby';
    case 'down':
      return 'off';
    case 'refused':
      return 'critical';
  }
}

/** The state in a few words: "up · 182 ms", "down 3 h · 214 waiting". */
export function linkLine({ state, since, lag, waiting, roundTripMillis }: LinkState, now: Date, t: Translate): string {
  const parts: string[] = [];
  if (state === 'up') {
    parts.push(t('links.up'));
    if (waiting > 0) {
      parts.push(duration((lag ?? 0) * 1000, t));
    } else if (roundTripMillis !== null) {
      parts.push(duration(roundTripMillis, t));
    }
  } else {
    parts.push(`${t(`links.${state}`)} ${duration(now.getTime() - new Date(since).getTime(), t)}`);
  }
  if (waiting > 0) {
    parts.push(t('links.waiting', { n: waiting }));
  }
  return parts.join(' · ');
}
