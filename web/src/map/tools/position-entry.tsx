import { useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import type { Position } from '../../records/model/position';
import { readPosition } from '../grid/read-position';

interface Props {
  readonly button: string;
  readonly onEnter: (position: Position) => void;
}

/** A position by the keyboard, in any form the search knows; the middle of the map is one button away. */
export function PositionEntry({ button, onEnter }: Props) {
  const t = useTranslate();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className="position-entry"
      onSubmit={(event) => {
        event.preventDefault();
        const read = readPosition(typed);
        setWrong(read === null);
        if (read) {
          onEnter(read.at);
          setTyped('');
        }
      }}
    >
      <input
        className="mono"
        aria-label={t('tool.position')}
        placeholder={t('tool.position')}
        aria-invalid={wrong}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="button small">
        {button}
      </button>
      {wrong && (
        <span className="field-error" role="alert">
          {t('tool.noPosition')}
        </span>
      )}
    </form>
  );
}
