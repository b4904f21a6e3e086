import type { ReliefAssignment, ReliefBoard, ReliefNeed, ReliefOffer } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { prefill } from '../../navigation/prefill';
import { openRecord, openScreen } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { may } from '../../session/session';
import { decimal } from '../../ui/figures';
import { itemWord } from '../model/item-word';
import { fromAssignment } from '../model/legs';

/** What is needed and offered, and who serves what. */
export function NeedsPage({ board }: { board: ReliefBoard }) {
  const t = useTranslate();
  return (
    <>
      {board.waiting > 0 && (
        <p className="notice" data-tone="caution">
          {t('relief.waiting', { n: board.waiting })}
        </p>
      )}
      <section>
        <h4>{t('relief.needs')}</h4>
        {board.needs.length === 0 ? <p className="quiet-text">{t('relief.noNeeds')}</p> : <Needs board={board} />}
      </section>
      <section>
        <h4>{t('relief.offers')}</h4>
        {board.offers.length === 0 ? (
          <p className="quiet-text">{t('relief.noOffers')}</p>
        ) : (
          <Offers offers={board.offers} />
        )}
      </section>
      {board.assignments.length > 0 && (
        <section>
          <h4>{t('relief.assignments')}</h4>
          <Assignments board={board} />
        </section>
      )}
    </>
  );
}

export function Heads({ names }: { names: readonly TextKey[] }) {
  const t = useTranslate();
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {t(name)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Needs({ board }: { board: ReliefBoard }) {
  const t = useTranslate();
  const language = useLanguage();
  const placeName = (key: string | null) => board.places.find((one) => one.key === key)?.name[language] ?? '–';
  return (
    <table className="audit-table">
      <Heads
        names={[
          'relief.column.weight',
          'relief.column.need',
          'relief.column.where',
          'relief.column.promised',
          'relief.column.until',
          'relief.column.verified',
          'relief.column.label',
        ]}
      />
      <tbody>
        {board.needs.map((need) => (
          <tr key={need.id} data-need={need.id} data-unmet={need.unmet > 0}>
            <td className="mono">{need.weight}</td>
            <td>
              <What row={need} title={need.title[language]} />
              {need.status !== 'open' && <small> {t(`relief.need.${need.status}` as TextKey)}</small>}
            </td>
            <td>{placeName(need.place)}</td>
            <td>
              <Share need={need} />
            </td>
            <td className="mono">{need.until ? zulu(need.until) : '–'}</td>
            <td>{need.verifiedBy[language] || t('relief.unverified')}</td>
            <td>
              <LabelChip text={need.label} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What of a need is promised and proposed, in words and as a bar. */
function Share({ need }: { need: ReliefNeed }) {
  const t = useTranslate();
  const of = Math.max(1, need.quantity);
  return (
    <>
      <span className="mono">
        {decimal(need.promised)} / {decimal(need.quantity)} {need.unit}
      </span>
      {need.proposed > 0 && <small> {t('relief.proposedToo', { n: decimal(need.proposed) })}</small>}
      {need.onTheWay > 0 && (
        <small data-part="on-the-way"> · {t('relief.onTheWay', { n: decimal(need.onTheWay) })}</small>
      )}
      {need.received > 0 && (
        <small data-part="received">
          {' '}
          · <b>{t('relief.receivedOf', { n: decimal(need.received) })}</b>
        </small>
      )}
      <svg className="relief-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="4" data-part="whole" />
        <rect width={Math.min(100, (100 * (need.promised + need.proposed)) / of)} height="4" data-part="proposed" />
        <rect width={Math.min(100, (100 * need.promised) / of)} height="4" data-part="promised" />
      </svg>
    </>
  );
}

function What({ row, title }: { row: ReliefNeed | ReliefOffer; title: string }) {
  const t = useTranslate();
  return (
    <>
      <span className="mono">{row.party}</span> <b>{itemWord(row.item, t)}</b>{' '}
      <button type="button" className="link" onClick={() => openRecord(row.id)}>
        {title}
      </button>
    </>
  );
}

function Offers({ offers }: { offers: readonly ReliefOffer[] }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <table className="audit-table">
      <Heads
        names={[
          'relief.column.offer',
          'relief.column.left',
          'relief.column.mode',
          'relief.column.from',
          'relief.column.deliveries',
          'relief.column.label',
        ]}
      />
      <tbody>
        {offers.map((offer) => (
          <tr key={offer.id} data-offer={offer.id}>
            <td>
              <What row={offer} title={offer.title[language]} />
              {offer.agency[language] !== '' && <small data-part="agency"> {offer.agency[language]}</small>}
            </td>
            <td className="mono">
              {decimal(offer.left)} / {decimal(offer.quantity)} {offer.unit}
            </td>
            <td>{offer.mode ? t(`relief.mode.${offer.mode}` as TextKey) : '–'}</td>
            <td className="mono">{zulu(offer.availableFrom)}</td>
            <td className="mono">{offer.deliveriesLeft === null ? '–' : decimal(offer.deliveriesLeft)}</td>
            <td>
              <LabelChip text={offer.label} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The nation that offers it, and the agency for which it does. */
export function Giver({ offer }: { offer: ReliefOffer | undefined }) {
  const language = useLanguage();
  return (
    <>
      <span className="mono">{offer?.party ?? '–'}</span> {offer?.agency[language]}
    </>
  );
}

function Assignments({ board }: { board: ReliefBoard }) {
  const language = useLanguage();
  const nameOf = (one: ReliefAssignment) => board.needs.find(({ id }) => id === one.need)?.title[language] ?? '–';
  const offerOf = (one: ReliefAssignment) => board.offers.find(({ id }) => id === one.offer);
  return (
    <table className="audit-table">
      <Heads
        names={[
          'relief.column.decision',
          'relief.column.need',
          'relief.column.giver',
          'relief.column.quantity',
          'relief.column.via',
          'relief.column.arrival',
          'moves.column.move',
        ]}
      />
      <tbody>
        {board.assignments.map((one) => (
          <tr key={one.id} data-assignment={one.decision}>
            <td>
              <Decision one={one} />
            </td>
            <td>{nameOf(one)}</td>
            <td>
              <Giver offer={offerOf(one)} />
            </td>
            <td className="mono">
              {decimal(one.quantity)} {one.unit}
            </td>
            <td>{one.viaName[language] || '–'}</td>
            <td className="mono">{one.arrival ? zulu(one.arrival) : '–'}</td>
            <td>
              <MoveOf board={board} one={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The moves that carry it out, or one click to plan one of ours. */
function MoveOf({ board, one }: { board: ReliefBoard; one: ReliefAssignment }) {
  const t = useTranslate();
  const ours = board.offers.some(({ id, party }) => id === one.offer && party === board.own);
  const moves = board.moves.filter(({ need, offer }) => need === one.need && offer === one.offer);
  return (
    <>
      {moves.map((move) => (
        <button key={move.id} type="button" className="link" onClick={() => openScreen('relief', `move-${move.id}`)}>
          {t(`moves.status.${move.status}`)}
        </button>
      ))}
      {ours && one.decision === 'promised' && one.objections.length === 0 && may('POST /api/v1/relief/moves') && (
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            prefill.set({ act: 'plan-move', fields: fromAssignment(board, one) });
            openScreen('relief', 'move-new');
          }}
        >
          {t('moves.fromAssignment')}
        </button>
      )}
    </>
  );
}

function Decision({ one }: { one: ReliefAssignment }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <>
      <button type="button" className="link" onClick={() => openRecord(one.id)}>
        {t(`relief.decision.${one.decision}`)}
      </button>{' '}
      <small className="mono">{one.party}</small>
      {one.objections.map((reason) => (
        <span key={reason.en} className="field-error">
          {reason[language]}
        </span>
      ))}
    </>
  );
}
