import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useLanguage } from '../i18n/language';
import { texts, useTranslate } from '../i18n/translate';
import { openRecord, openScreen } from '../navigation/route';
import { listRecords } from '../records/api/list-records';
import { PrecedenceMark } from '../records/components/precedence-mark';
import { recordTitle, shortId } from '../records/model/record-text';
import { useDebounced } from '../ui/use-debounced';
import { ACTIONS, isPermitted } from './actions';
import { isOpen } from './screens';
import { overlay } from './overlay';
import { OverlayDialog } from './overlay-dialog';
import { useOnScreen } from '../release/model/on-screen';

const FOUND = 12;

/** Reaches every action by its name in either language, and every record by its words. */
export function CommandPalette() {
  const t = useTranslate();
  const language = useLanguage();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const asked = useDebounced(words.trim(), 150);
  const found = useQuery({
    queryKey: ['records', 'palette', asked],
    queryFn: ({ signal }) => listRecords({ text: asked }, { limit: FOUND }, signal),
    enabled: asked.length > 1,
  });
  const records = useMemo(() => (asked.length > 1 ? (found.data?.records ?? []) : []), [asked, found.data]);
  useOnScreen(
    'palette',
    useMemo(() => records.map(({ banner }) => banner), [records]),
  );
  const actions = ACTIONS.filter((action) => action.inPalette && isPermitted(action)).filter(({ name }) =>
    texts[name].some((text) => text.toLowerCase().includes(words.trim().toLowerCase())),
  );
  const everything = asked !== '' && isOpen('search') ? [asked] : [];
  const entries = [
    ...actions.map((action) => ({ key: action.id, perform: action.perform })),
    ...records.map(({ id }) => ({ key: id, perform: () => openRecord(id) })),
    ...everything.map((text) => ({ key: 'everything', perform: () => openScreen('search', text) })),
  ];
  const at = Math.min(chosen, entries.length - 1);

  const perform = (index: number) => {
    const entry = entries[index];
    if (entry) {
      overlay.set('none');
      entry.perform();
    }
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setChosen((at + (event.key === 'ArrowDown' ? 1 : entries.length - 1)) % Math.max(1, entries.length));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      perform(at);
    }
  };

  return (
    <OverlayDialog label={t('palette.title')}>
      <div className="palette" onKeyDown={keys}>
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-entries"
          aria-activedescendant={entries[at] ? `palette-${entries[at].key}` : undefined}
          aria-label={t('palette.title')}
          placeholder={t('palette.title')}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setChosen(0);
          }}
        />
        <ul id="palette-entries" role="listbox" aria-label={t('palette.title')}>
          {actions.map(({ id, name, shortcut }, index) => (
            <li key={id} id={`palette-${id}`} role="option" aria-selected={index === at} onClick={() => perform(index)}>
              <span>{t(name)}</span>
              {shortcut && <kbd>{shortcut}</kbd>}
            </li>
          ))}
          {records.map((record, index) => (
            <li
              key={record.id}
              id={`palette-${record.id}`}
              role="option"
              aria-selected={actions.length + index === at}
              onClick={() => perform(actions.length + index)}
            >
              <span>{recordTitle(record, language, t)}</span>
              <PrecedenceMark precedence={record.precedence} />
              <code>{shortId(record.id)}</code>
            </li>
          ))}
          {everything.map((text) => (
            <li
              key="everything"
              id="palette-everything"
              role="option"
              aria-selected={entries.length - 1 === at}
              onClick={() => perform(entries.length - 1)}
            >
              <span>{t('palette.everything', { text })}</span>
            </li>
          ))}
        </ul>
        {entries.length === 0 && <p className="empty">{found.isFetching ? t('common.loading') : t('palette.none')}</p>}
      </div>
    </OverlayDialog>
  );
}
