import type { ReliefBoard } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { itemWord } from '../model/item-word';
import { unitsOf, type EditedLine } from '../model/proposal';
import { Giver, Heads } from './needs-page';

interface Props {
  readonly board: ReliefBoard;
  readonly edited: readonly EditedLine[];
  readonly onChange: (edited: readonly EditedLine[]) => void;
}

/** Line by line who brings what to whom and why; each can be left out or made smaller. */
export function ProposalLines({ board, edited, onChange }: Props) {
  const change = (at: number, more: Partial<EditedLine>) =>
    onChange(edited.map((one, index) => (index === at ? { ...one, ...more } : one)));
  return (
    <table className="audit-table">
      <Heads
        names={[
          'relief.column.chosen',
          'relief.column.need',
          'relief.column.giver',
          'relief.column.quantity',
          'relief.column.via',
          'relief.column.arrival',
          'relief.column.why',
        ]}
      />
      <tbody>
        {edited.map((one, index) => (
          <Line
            key={`${one.line.need} ${one.line.offer} ${one.line.via}`}
            board={board}
            one={one}
            onChange={(more) => change(index, more)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly board: ReliefBoard;
  readonly one: EditedLine;
  readonly onChange: (more: Partial<EditedLine>) => void;
}

function Line({ board, one, onChange }: LineProps) {
  const t = useTranslate();
  const language = useLanguage();
  const { line } = one;
  const need = board.needs.find(({ id }) => id === line.need);
  const offer = board.offers.find(({ id }) => id === line.offer);
  const title = need?.title[language] ?? '–';
  return (
    <tr data-line={line.need} data-decision={line.decision}>
      <td>
        <label className="case-check">
          <input
            type="checkbox"
            aria-label={t('relief.choose', { title })}
            checked={one.chosen}
            onChange={({ target }) => onChange({ chosen: target.checked })}
          />
          <span>{t(`relief.decision.${line.decision}`)}</span>
        </label>
      </td>
      <td>
        <b>{itemWord(need?.item ?? null, t)}</b> {title}
      </td>
      <td>
        <Giver offer={offer} /> {offer?.title[language]}
      </td>
      <td>
        <input
          className="mono relief-quantity"
          inputMode="numeric"
          aria-label={t('relief.quantityOf', { title })}
          aria-invalid={one.chosen && unitsOf(one) === null}
          disabled={!one.chosen}
          value={one.quantity}
          onChange={({ target }) => onChange({ quantity: target.value })}
        />{' '}
        {line.unit}
        {one.chosen && unitsOf(one) === null && (
          <span className="field-error">{t('relief.quantityHint', { most: line.quantity })}</span>
        )}
      </td>
      <td>{line.viaName[language]}</td>
      <td className="mono">{zulu(line.arrival)}</td>
      <td>
        <ul className="relief-reports">
          {line.reasons.map((reason) => (
            <li key={reason.en}>{reason[language]}</li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
