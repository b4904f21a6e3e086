import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { useKinds } from '../../records/model/record-queries';
import { kindName } from '../../records/model/record-text';
import { useStore } from '../../ui/store';
import { ALERT_KINDS, type AlertChoice, type AlertKind, type AlertOrder } from '../model/alert-order';
import { alertChoice } from '../model/use-alerts';

const ORDERS: readonly AlertOrder[] = ['severest', 'newest'];

export function AlertFilters() {
  const t = useTranslate();
  const language = useLanguage();
  const kinds = useKinds().data ?? [];
  const choice = useStore(alertChoice);
  const change = (part: Partial<AlertChoice>) => alertChoice.set({ ...choice, ...part });
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
        onChange={(event) => change({ kind: event.target.value as AlertKind | '' })}
      >
        <option value="">
          {t('filter.kind')}: {t('filter.all')}
        </option>
        {ALERT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {kindName(kind, kinds, language)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('alert.order')}
        value={choice.order}
        onChange={(event) => change({ order: event.target.value as AlertOrder })}
      >
        {ORDERS.map((order) => (
          <option key={order} value={order}>
            {t(`alert.${order}`)}
          </option>
        ))}
      </select>
      <label className="check">
        <input type="checkbox" checked={choice.over} onChange={(event) => change({ over: event.target.checked })} />{' '}
        {t('alert.over')}
      </label>
    </div>
  );
}
