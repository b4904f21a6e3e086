import type { ReliefBoard, ReliefMove } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { decimal } from '../../ui/figures';
import { itemWord } from '../model/item-word';
import { titleOf } from '../model/move-words';
import { MoveMark } from './move-mark';
import { Heads } from './needs-page';

/** Convoys and sorties, the one that departs first in front. */
export function MovesPage({ board }: { board: ReliefBoard }) {
  const t = useTranslate();
  if (board.moves.length === 0) {
    return <p className="quiet-text">{t('moves.none')}</p>;
  }
  return (
    <table className="audit-table">
      <Heads
        names={[
          'moves.column.move',
          'moves.column.carries',
          'moves.column.way',
          'moves.column.next',
          'moves.column.status',
          'relief.column.label',
        ]}
      />
      <tbody>
        {board.moves.map((move) => (
          <Row key={move.id} move={move} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ move }: { move: ReliefMove }) {
  const t = useTranslate();
  const language = useLanguage();
  const next = move.legs.flatMap(({ departure, arrival }) => [departure, arrival]).find(({ done }) => !done);
  const stops = [move.legs[0]?.from, ...move.legs.map(({ to }) => to)];
  return (
    <tr data-move={move.id} data-status={move.status}>
      <td>
        <b className="mono">{move.party}</b>{' '}
        <button type="button" className="link" onClick={() => openScreen('relief', `move-${move.id}`)}>
          {titleOf(move, t)}
        </button>
      </td>
      <td>
        {itemWord(move.item, t)}{' '}
        <span className="mono">
          {decimal(move.quantity)} {move.unit}
        </span>{' '}
        → <b className="mono">{move.receiver}</b>
        {move.received !== null && (
          <small>
            {' '}
            {t('moves.receivedOf', { n: decimal(move.received), of: decimal(move.quantity), unit: move.unit })}
          </small>
        )}
      </td>
      <td>{stops.map((stop) => stop?.name[language] || t('moves.placeNotHere')).join(' → ')}</td>
      <td className="mono">{next === undefined || move.status === 'cancelled' ? '–' : zulu(next.at)}</td>
      <td>
        <MoveMark move={move} />
      </td>
      <td>
        <LabelChip text={move.label} />
      </td>
    </tr>
  );
}
