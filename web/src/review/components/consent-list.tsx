import { useMemo } from 'react';
import type { AskedConsent } from '../../api/types';
import { age, zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';
import { useOnScreen } from '../../release/model/on-screen';
import { Failure, Loading } from '../../ui/failure';
import { useNow } from '../../ui/use-now';
import { unansweredFirst, utcDay } from '../model/consents';
import { useConsents } from '../model/review-queries';
import { ConsentAnswerLine } from './consent-answer-line';
import { WantedItem } from './consent-wanted';

/** What partners asked of us, those without an answer first, and what we asked of them. */
export function ConsentList() {
  const t = useTranslate();
  const now = useNow(20_000);
  const consents = useConsents();
  const { data } = consents;
  const today = utcDay(now);
  const wanted = useMemo(() => unansweredFirst(data?.wanted ?? [], today), [data, today]);
  useOnScreen(
    'reviews',
    useMemo(() => wanted.map(({ marking }) => marking), [wanted]),
  );
  return (
    <section className="register" aria-label={t('review.tab.consents')}>
      <header className="register-head">
        <h2>{t('review.tab.consents')}</h2>
        <small>{t('consent.subtitle')}</small>
      </header>
      <div className="register-body">
        {consents.isPending && <Loading />}
        {consents.isError && <Failure error={consents.error} retry={() => void consents.refetch()} />}
        {data && (
          <>
            <section className="consents" data-consents="wanted">
              <h3>{t('consent.wanted')}</h3>
              {wanted.length === 0 && <p className="empty">{t('consent.noneWanted')}</p>}
              <ul className="emergencies">
                {wanted.map((one) => (
                  <WantedItem key={one.request} wanted={one} now={now} />
                ))}
              </ul>
            </section>
            <section className="consents" data-consents="asked">
              <h3>{t('consent.asked')}</h3>
              {data.asked.length === 0 && <p className="empty">{t('consent.noneAsked')}</p>}
              <ul className="emergencies">
                {data.asked.map((one) => (
                  <AskedItem key={one.request} asked={one} now={now} />
                ))}
              </ul>
            </section>
          </>
        )}
      </div>
    </section>
  );
}

function AskedItem({ asked, now }: { asked: AskedConsent; now: Date }) {
  const t = useTranslate();
  return (
    <li className="emergency" data-id={asked.request}>
      <header className="chips">
        <h4>{t('consent.askedOf', { of: asked.of, party: asked.party })}</h4>
        <button type="button" className="link" onClick={() => openRecord(asked.record)}>
          {t('review.record')}
        </button>
        <button type="button" className="link" onClick={() => openRecord(asked.request)}>
          {t('consent.openRequest')}
        </button>
      </header>
      <dl className="facts">
        <dt>{t('consent.answer')}</dt>
        <dd>
          <ConsentAnswerLine question={asked} now={now} />
        </dd>
        <dt>{t('consent.until')}</dt>
        <dd className="mono">{asked.until}</dd>
        <dt>{t('consent.because')}</dt>
        <dd>{asked.reason}</dd>
        <dt>{t('consent.at')}</dt>
        <dd>
          <span className="mono">{zuluFull(asked.at)}</span> · {age(asked.at, now, t)}
        </dd>
      </dl>
    </li>
  );
}
