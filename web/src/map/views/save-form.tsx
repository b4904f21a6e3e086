import { useState } from 'react';
import type { SavedView } from '../../api/types';
import { duration } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { LONGEST_NAME, minutesAgo, type TimeMode } from './view-content';

interface Props {
  readonly own: readonly SavedView[];
  /** No further one is kept. */
  readonly full: boolean;
  /** The time that is shown; null for now. */
  readonly at: string | null;
  readonly busy: boolean;
  readonly onSave: (name: string, mode: TimeMode, before: SavedView | undefined) => void;
}

/** Keeps what is on the map under a name; the name of an own view puts it in the place of that one. */
export function SaveForm({ own, full, at, busy, onSave }: Props) {
  const t = useTranslate();
  const [name, setName] = useState('');
  const [mode, setMode] = useState<TimeMode>('ago');
  const wanted = name.trim();
  const before = own.find((one) => one.name === wanted);
  const refused = wanted === '' || busy || (full && !before);
  return (
    <form
      className="position-entry"
      onSubmit={(event) => {
        event.preventDefault();
        if (!refused) {
          onSave(wanted, mode, before);
          setName('');
        }
      }}
    >
      <input
        aria-label={t('views.name')}
        placeholder={t('views.name')}
        maxLength={LONGEST_NAME}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button small" disabled={refused}>
        {before ? t('views.replace') : t('views.save')}
      </button>
      {at !== null && (
        <select aria-label={t('views.time')} value={mode} onChange={(event) => setMode(event.target.value as TimeMode)}>
          <option value="ago">{t('views.ago', { span: duration(minutesAgo(at, Date.now()) * 60_000, t) })}</option>
          <option value="at">{t('views.at', { time: at.slice(0, 16).replace('T', ' ') })}</option>
          <option value="now">{t('views.now')}</option>
        </select>
      )}
      {full && <p className="hint">{t('views.full', { n: own.length })}</p>}
    </form>
  );
}
