import { useTranslate } from '../../i18n/translate';
import { WRITTEN } from '../model/log-steps';

const DAYS = [1, 3, 7, 30] as const;

/** What of the log is looked at. An empty word asks for all. */
export interface LogFilter {
  /** Back from now; empty for the watch that lasts. */
  readonly days: string;
  readonly act: string;
  readonly words: string;
}

interface Props {
  readonly filter: LogFilter;
  readonly onChange: (filter: LogFilter) => void;
}

export function LogFilters({ filter, onChange }: Props) {
  const t = useTranslate();
  const choose = (more: Partial<LogFilter>) => onChange({ ...filter, ...more });
  return (
    <>
      <label className="form-row">
        <span className="form-name">{t('log.since')}</span>
        <select name="log-since" value={filter.days} onChange={({ target }) => choose({ days: target.value })}>
          <option value="">{t('log.thisWatch')}</option>
          {DAYS.map((n) => (
            <option key={n} value={String(n)}>
              {t('log.days', { n })}
            </option>
          ))}
        </select>
      </label>
      <label className="form-row">
        <span className="form-name">{t('log.kind')}</span>
        <select name="log-kind" value={filter.act} onChange={({ target }) => choose({ act: target.value })}>
          <option value="">{t('log.allKinds')}</option>
          {WRITTEN.map((one) => (
            <option key={one} value={one}>
              {t(`log.act.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="form-row">
        <span className="form-name">{t('log.words')}</span>
        <input
          name="log-words"
          type="search"
          value={filter.words}
          onChange={({ target }) => choose({ words: target.value })}
        />
      </label>
    </>
  );
}
