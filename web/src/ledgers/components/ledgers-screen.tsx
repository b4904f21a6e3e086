import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { useParties } from '../../parties/list-parties-query';
import { PlaceCheck } from '../../release/components/place-check';
import { Loading } from '../../ui/failure';
import { LedgerView } from './ledger-view';

/** One ledger for each linked partner. */
export function LedgersScreen({ party }: { party: string | null }) {
  const t = useTranslate();
  const language = useLanguage();
  const parties = useParties();
  const linked = (parties.data ?? []).filter((one) => one.linked && !one.self);
  const chosen = linked.find(({ code }) => code === party) ?? linked[0];
  return (
    <section className="register" aria-label={t('ledgers.title')}>
      <header className="register-head">
        <h2>{t('ledgers.title')}</h2>
        <small>{t('ledgers.subtitle')}</small>
        <div className="tabs" role="tablist" aria-label={t('agreements.party')}>
          {linked.map(({ code, name }) => (
            <button
              key={code}
              type="button"
              role="tab"
              aria-selected={code === chosen?.code}
              onClick={() => openScreen('ledgers', code)}
            >
              {code} {name[language]}
            </button>
          ))}
        </div>
      </header>
      <div className="register-body">
        {parties.isPending && <Loading />}
        {parties.isSuccess && !chosen && <p className="empty">{t('ledgers.none')}</p>}
        {chosen && <LedgerView key={chosen.code} party={chosen.code} />}
        <PlaceCheck />
      </div>
    </section>
  );
}
