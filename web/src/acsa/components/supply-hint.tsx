import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { supplyName, type SupplyNames } from '../model/supply';

/** Under a stock number while it is typed: what it says it is. */
export function SupplyHint({ nsn, names }: { nsn: string; names: SupplyNames }) {
  const t = useTranslate();
  const language = useLanguage();
  const found = supplyName(nsn, names);
  if (!found) {
    return null;
  }
  return found.name ? (
    <small className="quiet-text" data-supply={found.code}>
      {found.code} {found.name[language]}
    </small>
  ) : (
    <small className="field-error" data-supply={found.code}>
      {t('acsa.unknownNsn', { group: found.code })}
    </small>
  );
}
