import type { ReliefMove, ReliefMovePage } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { SaidList } from '../../statements/components/said-list';
import { Heads } from './needs-page';

type Leg = ReliefMove['legs'][number];

/** Leg by leg: planned, and expected by what was said last, or as it was. */
export function LegsTable({ move }: { move: ReliefMove }) {
  const t = useTranslate();
  return (
    <section>
      <h4>{t('moves.legs')}</h4>
      <table className="audit-table">
        <Heads
          names={[
            'moves.column.leg',
            'moves.column.fromPlace',
            'moves.column.departure',
            'moves.column.toPlace',
            'moves.column.arrival',
          ]}
        />
        <tbody>
          {move.legs.map((leg, index) => (
            <tr key={index} data-leg={index + 1}>
              <td className="mono">{index + 1}</td>
              <td>
                <Place place={leg.from} />
              </td>
              <td>
                <Event event={leg.departure} />
              </td>
              <td>
                <Place place={leg.to} />
              </td>
              <td>
                <Event event={leg.arrival} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Place({ place }: { place: Leg['from'] }) {
  const t = useTranslate();
  const language = useLanguage();
  const name = place.name[language];
  return (
    <>
      {name === '' ? (
        <small className="quiet-text">{t('moves.placeNotHere')}</small>
      ) : (
        <button type="button" className="link" onClick={() => openScreen('relief', `place-${place.id}`)}>
          {name}
        </button>
      )}
      {place.closed && <b className="case-late"> {t('relief.closed')}</b>}
    </>
  );
}

function Event({ event }: { event: Leg['departure'] }) {
  const t = useTranslate();
  return (
    <>
      <span className="mono">{zulu(event.at)}</span>{' '}
      <small className="quiet-text">{t(event.done ? 'moves.asItWas' : 'moves.expected')}</small>
      {event.at !== event.planned && (
        <small className="quiet-text"> {t('moves.plannedFor', { time: zulu(event.planned) })}</small>
      )}
    </>
  );
}

/** What all sides said of it. */
export function MoveSaid({ whole }: { whole: ReliefMovePage }) {
  const t = useTranslate();
  return (
    <SaidList
      title={t('moves.said')}
      statements={whole.statements}
      waiting={whole.waiting}
      wordOf={({ act }) => t(`moves.act.${act}` as TextKey)}
      detail={({ fields: { at, condition } }) => (
        <>
          {typeof at === 'string' && <span className="mono">{zulu(at)}</span>}{' '}
          {typeof condition === 'string' && t(`moves.condition.${condition}` as TextKey)}
        </>
      )}
    />
  );
}
