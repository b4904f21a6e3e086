import { useMemo } from 'react';
import { useTranslate } from '../../i18n/translate';
import { useOnScreen } from '../../release/model/on-screen';
import { Failure, Loading } from '../../ui/failure';
import { useNow } from '../../ui/use-now';
import { useEmergencies } from '../model/review-queries';
import { EmergencyItem } from './emergency-item';

/** What was released at one person's word, those not looked at first. */
export function EmergencyList() {
  const t = useTranslate();
  const now = useNow(20_000);
  const list = useEmergencies();
  const emergencies = useMemo(
    () => (list.data ?? []).toSorted((a, b) => Number(Boolean(a.reviewedAt)) - Number(Boolean(b.reviewedAt))),
    [list.data],
  );
  useOnScreen(
    'reviews',
    useMemo(() => emergencies.map(({ banner }) => banner), [emergencies]),
  );
  return (
    <section className="register" aria-label={t('emergency.list')}>
      <header className="register-head">
        <h2>{t('emergency.list')}</h2>
        <small>{t('emergency.subtitle')}</small>
      </header>
      <div className="register-body">
        {list.isPending && <Loading />}
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.data?.length === 0 && <p className="empty">{t('emergency.none')}</p>}
        <ul className="emergencies">
          {emergencies.map((one) => (
            <EmergencyItem key={one.id} emergency={one} now={now} />
          ))}
        </ul>
      </div>
    </section>
  );
}
