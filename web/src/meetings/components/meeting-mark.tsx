import type { MeetingRow } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { StatusShape, type Status } from '../../ui/status-shape';
import { minutesBetween, timeAt } from '../model/when';

const SHAPES: Readonly<Record<MeetingRow['state'], Status>> = {
  proposed: 'standby',
  agreed: 'normal',
  moved: 'caution',
  held: 'off',
  cancelled: 'off',
};

/** Where a meeting stands, in word and shape. */
export function MeetingMark({ state, moving = false }: { state: MeetingRow['state']; moving?: boolean }) {
  const t = useTranslate();
  return (
    <span className="meeting-state" data-state={state}>
      <StatusShape status={SHAPES[state]} /> {t(`meetings.state.${state}`)}
      {moving && <small> {t('meetings.moving')}</small>}
    </span>
  );
}

/** When and where: in UTC, then at the place with the name of its zone. */
export function WhenAndWhere({ of }: { of: Pick<MeetingRow, 'starts' | 'ends' | 'zone' | 'place'> }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <span className="meeting-when">
      <time className="mono" dateTime={of.starts}>
        {zuluFull(of.starts)}
      </time>{' '}
      <span>{timeAt(of.starts, of.zone, language)}</span>{' '}
      <small className="quiet-text">
        {t('meetings.lasts', { n: minutesBetween(of.starts, of.ends) })} · {of.place}
      </small>
    </span>
  );
}
