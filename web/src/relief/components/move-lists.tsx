import type { ReliefMove, ReliefMovePage, ReliefMoveStatement } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openRecord, openScreen } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
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

/** What all sides said, in the order in which it counts. */
export function SaidList({ whole }: { whole: ReliefMovePage }) {
  const t = useTranslate();
  return (
    <section>
      <h4>{t('moves.said')}</h4>
      <ul className="case-list">
        {[...whole.statements, ...whole.waiting].map((said) => (
          <Said key={said.record} said={said} waits={whole.waiting.includes(said)} />
        ))}
      </ul>
    </section>
  );
}

function Said({ said, waits }: { said: ReliefMoveStatement; waits: boolean }) {
  const t = useTranslate();
  const { text, at, condition } = said.fields;
  return (
    <li data-act={said.act} data-fits={said.fits}>
      <span className="mono">{zulu(said.time)}</span> <b className="mono">{said.party}</b>{' '}
      <button type="button" className="link" onClick={() => openRecord(said.record)}>
        {t(`moves.act.${said.act}` as TextKey)}
      </button>{' '}
      {typeof at === 'string' && <span className="mono">{zulu(at)}</span>}{' '}
      {typeof condition === 'string' && t(`moves.condition.${condition}` as TextKey)} {typeof text === 'string' && text}{' '}
      <LabelChip text={said.label} />
      {waits && <small className="quiet-text"> {t('cases.waitsHere')}</small>}
      {!said.fits && <span className="field-error">{t('cases.doesNotFit')}</span>}
      {said.objections.map((one) => (
        <span key={one.at + one.text} className="field-error">
          {one.text}
        </span>
      ))}
    </li>
  );
}
