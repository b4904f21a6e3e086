import type { ReliefMove } from '../../api/types';
import type { TextKey, Translate } from '../../i18n/translate';
import { decimal } from '../../ui/figures';
import { itemWord } from './item-word';

/** `Convoy, 8 × truck`. */
export function titleOf(move: ReliefMove, t: Translate): string {
  return t('moves.titleOf', {
    kind: t(`moves.kind.${move.kind}`),
    n: decimal(move.count),
    means: t(`moves.means.${move.means}` as TextKey),
  });
}

/** `USA: Blankets 4 t → JPN`, as short as a map needs it. */
export function moveLine(move: ReliefMove, t: Translate): string {
  return `${move.party}: ${itemWord(move.item, t)} ${decimal(move.quantity)} ${move.unit} → ${move.receiver}`;
}
