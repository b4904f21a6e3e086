import { useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { useParties } from '../../parties/list-parties-query';
import { DateInput } from '../../ui/date-input';
import { Failure, Loading } from '../../ui/failure';
import { isOurs } from '../model/matrix';
import { useAgreements } from '../model/agreement-queries';
import { AgreementDetail } from './agreement-detail';
import { AgreementMatrix } from './agreement-matrix';

/** With whom we have what, since when, and what holds today. */
export function AgreementsScreen({ selected }: { selected: string | null }) {
  const t = useTranslate();
  const [asOf, setAsOf] = useState('');
  const list = useAgreements(asOf === '' ? undefined : asOf);
  const parties = useParties().data ?? [];
  const agreements = (list.data?.agreements ?? []).filter((one) => isOurs(one, parties));
  const chosen = list.data?.agreements.find(({ id }) => id === selected);
  return (
    <section className="register" aria-label={t('agreements.title')}>
      <header className="register-head">
        <h2>{t('agreements.title')}</h2>
        <label>
          {t('agreements.asOf')}
          <DateInput value={asOf || (list.data?.asOf ?? '')} onChange={setAsOf} />
        </label>
        {asOf !== '' && <small>{t('agreements.history')}</small>}
      </header>
      <div className="register-body split">
        {list.isPending && <Loading />}
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.data && (
          <>
            <AgreementMatrix
              agreements={agreements}
              parties={parties}
              selected={selected}
              onSelect={(id) => openScreen('agreements', id)}
            />
            {chosen ? (
              <AgreementDetail key={chosen.id} agreement={chosen} today={asOf === ''} />
            ) : (
              <p className="quiet-text">{t('agreements.select')}</p>
            )}
          </>
        )}
      </div>
    </section>
  );
}
