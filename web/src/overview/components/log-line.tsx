import type { WatchLink, WatchLogEntry, WatchLogLine } from '../../api/types';
import { zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openRecord, openScreen } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';

interface Props {
  readonly line: WatchLogLine;
  /** Begins a correction; undefined for who writes nothing, and of others' entries. */
  readonly onCorrect: (() => void) | undefined;
}

/** An entry, with what put it right below it. */
export function LogLine({ line, onCorrect }: Props) {
  const t = useTranslate();
  return (
    <li data-entry={line.entry.act}>
      <Entry entry={line.entry} />
      {line.corrections.map((one) => (
        <div key={one.record} className="watch-correction">
          <Entry entry={one} />
        </div>
      ))}
      {onCorrect && (
        <button type="button" className="button quiet small" onClick={onCorrect}>
          {t('log.correct')}
        </button>
      )}
    </li>
  );
}

function Entry({ entry }: { entry: WatchLogEntry }) {
  const t = useTranslate();
  const shared = entry.to.filter((party) => party !== entry.party);
  return (
    <div data-recalled={entry.recalled}>
      <span className="mono">{zulu(entry.at)}</span> <b className="mono">{entry.party}</b>{' '}
      <button type="button" className="link" onClick={() => openRecord(entry.record)}>
        {t(`log.act.${entry.act}`)}
      </button>{' '}
      {entry.officer !== '' && <b>{entry.officer}</b>} <LabelChip text={entry.label} />
      {entry.text !== '' && <p className="case-text">{entry.text}</p>}
      <small className="quiet-text">
        {t('log.written', { time: zulu(entry.written) })}
        {shared.length > 0 && ` · ${t('log.shared', { list: shared.join(' ') })}`}
        {entry.recalled && ` · ${t('log.recalled')}`}
      </small>
      {entry.links.map((link) => (
        <button key={link.id} type="button" className="link" onClick={() => open(link)}>
          {t(`log.link.${link.to}`)}
        </button>
      ))}
    </div>
  );
}

function open({ to, id }: WatchLink): void {
  switch (to) {
    case 'case':
      openScreen('cases', id);
      break;
    case 'place':
      openScreen('relief', `place-${id}`);
      break;
    case 'move':
      openScreen('relief', `move-${id}`);
      break;
    case 'record':
      openRecord(id);
  }
}
