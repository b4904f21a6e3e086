import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { useParties } from '../../parties/list-parties-query';
import { filterChoice, NO_FILTER, useFilterChoice, type FilterChoice, type Since } from '../model/record-filter';
import { useKinds } from '../model/record-queries';

const SINCE: readonly Since[] = ['all', 'hour', 'watch', 'day'];

export function RecordFilters() {
  const t = useTranslate();
  const language = useLanguage();
  const kinds = useKinds().data ?? [];
  const parties = (useParties().data ?? []).filter(({ linked, self }) => linked || self);
  const choice = useFilterChoice();
  const change = (part: Partial<FilterChoice>) => filterChoice.set({ ...choice, ...part });
  const active = choice.text !== '' || choice.kind !== '' || choice.origin !== '' || choice.since !== 'all';
  return (
    <div className="filters" role="search">
      <input
        id="record-filter"
        type="search"
        placeholder={t('filter.text')}
        aria-label={t('filter.text')}
        value={choice.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <select
        aria-label={t('filter.kind')}
        value={choice.kind}
        onChange={(event) => change({ kind: event.target.value })}
      >
        <option value="">
          {t('filter.kind')}: {t('filter.all')}
        </option>
        {kinds.map(({ kind, name }) => (
          <option key={kind} value={kind}>
            {name[language]}
          </option>
        ))}
      </select>
      <select
        aria-label={t('filter.origin')}
        value={choice.origin}
        onChange={(event) => change({ origin: event.target.value })}
      >
        <option value="">
          {t('filter.origin')}: {t('filter.all')}
        </option>
        {parties.map(({ code, name }) => (
          <option key={code} value={code}>
            {code} {name[language]}
          </option>
        ))}
      </select>
      <select
        aria-label={t('filter.since')}
        value={choice.since}
        onChange={(event) => change({ since: event.target.value as Since })}
      >
        {SINCE.map((since) => (
          <option key={since} value={since}>
            {since === 'all' ? `${t('filter.since')}: ${t('filter.all')}` : t(`filter.${since}`)}
          </option>
        ))}
      </select>
      {active && (
        <button type="button" className="button quiet" onClick={() => filterChoice.set(NO_FILTER)}>
          {t('filter.clear')}
        </button>
      )}
    </div>
  );
}
