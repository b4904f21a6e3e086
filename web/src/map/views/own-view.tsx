import { useEffect, useState } from 'react';
import type { SavedView, ViewDraft } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Icon } from '../../ui/icon';
import { useMap } from '../map-context';
import { showView, LONGEST_NAME } from './view-content';
import { ViewTime } from './view-time';

interface Props {
  readonly view: SavedView;
  /** Whether it is asked if it really goes. */
  readonly removing: boolean;
  /** A change is under way. */
  readonly busy: boolean;
  readonly onChange: (by: Partial<ViewDraft>) => void;
  readonly onRemove: (sure: 'ask' | 'yes' | 'no') => void;
}

/** One view of the person's own. What was asked for is shown at once, until the node has answered. */
export function OwnView({ view, removing, busy, onChange, onRemove }: Props) {
  const t = useTranslate();
  const map = useMap();
  const [renaming, setRenaming] = useState(false);
  const [asked, setAsked] = useState<Partial<ViewDraft>>({});
  useEffect(() => {
    if (!busy) {
      setAsked({});
    }
  }, [busy, view]);
  const { name, first, shared } = { ...view, ...asked };
  const ask = (by: Partial<ViewDraft>) => {
    const all = { ...asked, ...by };
    setAsked(all);
    onChange(all);
  };
  return (
    <li data-view={name}>
      {renaming ? (
        <Rename
          name={name}
          onDone={(next) => {
            setRenaming(false);
            if (next !== name) {
              ask({ name: next });
            }
          }}
        />
      ) : (
        <div className="view-name">
          <button type="button" className="link" onClick={() => showView(map, view.content)}>
            {name}
          </button>
          <ViewTime time={view.content.time} />
          <button
            type="button"
            className="button icon-only"
            aria-label={t('views.rename', { name })}
            onClick={() => setRenaming(true)}
          >
            <Icon name="edit" size={13} />
          </button>
          <button
            type="button"
            className="button icon-only"
            aria-label={t('views.remove', { name })}
            onClick={() => onRemove('ask')}
          >
            <Icon name="close" size={13} />
          </button>
        </div>
      )}
      {removing ? (
        <p className="view-sure" role="alert">
          {shared ? t('views.sureShared', { name }) : t('views.sure', { name })}{' '}
          <button type="button" className="button small" autoFocus onClick={() => onRemove('yes')}>
            {t('views.yes')}
          </button>{' '}
          <button type="button" className="button small quiet" onClick={() => onRemove('no')}>
            {t('views.keep')}
          </button>
        </p>
      ) : (
        <div className="view-marks">
          <label>
            <input type="checkbox" checked={first} onChange={({ target }) => ask({ first: target.checked })} />{' '}
            {t('views.first')}
          </label>
          <label>
            <input type="checkbox" checked={shared} onChange={({ target }) => ask({ shared: target.checked })} />{' '}
            {t('views.share')}
          </label>
        </div>
      )}
    </li>
  );
}

/** Enter takes the new name, Escape leaves the old one. */
function Rename({ name, onDone }: { name: string; onDone: (name: string) => void }) {
  const t = useTranslate();
  const [typed, setTyped] = useState(name);
  const wanted = typed.trim();
  return (
    <form
      className="position-entry"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(wanted === '' ? name : wanted);
      }}
    >
      <input
        autoFocus
        aria-label={t('views.newName', { name })}
        maxLength={LONGEST_NAME}
        value={typed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            onDone(name);
          }
        }}
      />
      <button type="submit" className="button small">
        {t('views.takeName')}
      </button>
    </form>
  );
}
