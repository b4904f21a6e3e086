import type { ReliefMove } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { StatusShape, type Status } from '../../ui/status-shape';

const SHAPES: Readonly<Record<ReliefMove['status'], Status>> = {
  planned: 'standby',
  'under-way': 'normal',
  delayed: 'caution',
  arrived: 'normal',
  cancelled: 'off',
};

/** Where a move stands in word and shape, and everything that is wrong with it. */
export function MoveMark({ move }: { move: ReliefMove }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <span data-status={move.status}>
      <StatusShape status={SHAPES[move.status]} /> {t(`moves.status.${move.status}`)}
      {move.reason !== '' && <small className="quiet-text"> {move.reason}</small>}
      {move.closed.map((name) => (
        <b key={name.en} className="case-late" data-over="closed">
          {' '}
          {t('moves.overClosed', { name: name[language] })}
        </b>
      ))}
      {move.silent && <b className="case-late"> {t('moves.silent')}</b>}
      {move.tooLate && <b className="case-late"> {t('moves.tooLate')}</b>}
      {move.disputed && <b className="case-late"> {t('moves.disputed')}</b>}
    </span>
  );
}
