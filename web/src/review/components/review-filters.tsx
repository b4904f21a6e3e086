import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { useParties } from '../../parties/list-parties-query';
import { useKinds } from '../../records/model/record-queries';
import { useStore } from '../../ui/store';
import { EVERYTHING_OPEN, reviewChoice, type ReviewChoice } from '../model/review-filter';

export function ReviewFilters() {
  const t = useTranslate();
  const language = useLanguage();
  const choice = useStore(reviewChoice);
  const kinds = useKinds().data ?? [];
  const parties = (useParties().data ?? []).filter(({ linked, self }) => linked && !self);
  const change = (part: Partial<ReviewChoice>) => reviewChoice.set({ ...choice, ...part });
  return (
    <div className="filters" role="search">
      <select
        name="state"
        aria-label={t('review.state')}
        value={choice.state}
        onChange={({ target }) => change({ state: target.value === 'closed' ? 'closed' : 'open' })}
      >
        <option value="open">{t('review.open')}</option>
        <option value="closed">{t('review.closed')}</option>
      </select>
      <select
        name="party"
        aria-label={t('review.party')}
        value={choice.party}
        onChange={({ target }) => change({ party: target.value })}
      >
        <option value="">
          {t('review.party')}: {t('filter.all')}
        </option>
        {parties.map(({ code, name }) => (
          <option key={code} value={code}>
            {code} {name[language]}
          </option>
        ))}
      </select>
      <select
        name="kind"
        aria-label={t('filter.kind')}
        value={choice.kind}
        onChange={({ target }) => change({ kind: target.value })}
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
      {(choice.party !== '' || choice.kind !== '') && (
        <button
          type="button"
          className="button quiet"
          onClick={() => change({ ...EVERYTHING_OPEN, state: choice.state })}
        >
          {t('filter.clear')}
        </button>
      )}
    </div>
  );
}
