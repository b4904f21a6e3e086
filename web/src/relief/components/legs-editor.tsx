import type { ReliefBoard } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { changed, oneMore, type TypedLeg } from '../model/legs';
import { Heads } from './needs-page';

const MOST = 20;

interface Props {
  readonly board: ReliefBoard;
  readonly legs: readonly TypedLeg[];
  /** What the node says against a leg, by `legs/0/to`. */
  readonly mistakes: Readonly<Record<string, string>>;
  readonly onChange: (legs: readonly TypedLeg[]) => void;
}

/** The way of a move, leg by leg, between places of the board. Closed ones stand there and say so. */
export function LegsEditor({ board, legs, mistakes, onChange }: Props) {
  const t = useTranslate();
  return (
    <fieldset className="case-addressees" data-legs={legs.length}>
      <legend>{t('moves.legs')}</legend>
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
          {legs.map((leg, index) => (
            <tr key={index}>
              <td className="mono">{index + 1}</td>
              {(['from', 'departure', 'to', 'arrival'] as const).map((name) => (
                <td key={name}>
                  <Cell
                    board={board}
                    name={name}
                    number={index}
                    value={leg[name]}
                    onChange={(value) => onChange(changed(legs, index, { [name]: value }))}
                  />
                  {mistakes[`legs/${index}/${name}`] && (
                    <span className="field-error">{mistakes[`legs/${index}/${name}`]}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons">
        <button
          type="button"
          className="button quiet"
          disabled={legs.length >= MOST}
          onClick={() => onChange(oneMore(legs))}
        >
          {t('moves.addLeg')}
        </button>
        {legs.length > 1 && (
          <button type="button" className="button quiet" onClick={() => onChange(legs.slice(0, -1))}>
            {t('moves.removeLeg')}
          </button>
        )}
        <small className="quiet-text">{t('moves.legsHint')}</small>
      </div>
    </fieldset>
  );
}

interface CellProps {
  readonly board: ReliefBoard;
  readonly name: keyof TypedLeg;
  readonly number: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Cell({ board, name, number, value, onChange }: CellProps) {
  const t = useTranslate();
  const language = useLanguage();
  const label = t(`moves.legField.${name}`, { n: number + 1 });
  if (name === 'departure' || name === 'arrival') {
    return (
      <input
        name={`${name}-${number}`}
        className="mono"
        aria-label={label}
        placeholder="2016-04-16 03:00"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  }
  return (
    <select
      name={`${name}-${number}`}
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">–</option>
      {board.places.map((place) => (
        <option key={place.id} value={place.id}>
          {place.name[language] || place.key}
          {place.closed ? ` (${t('relief.closed')})` : place.usable ? '' : ` (${t('relief.notSaid')})`}
        </option>
      ))}
    </select>
  );
}
