import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage, type Language } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { addOwnToken } from '../api/add-own-token';
import { listBodies } from '../api/list-bodies';
import { ALL_BODIES, calendarAddress } from '../model/calendar-address';
import { CopyRow } from './copy-row';

const DAYS = 366;

/** The address of one's calendar, and a password that opens nothing but calendars. */
export function OwnCalendars() {
  const t = useTranslate();
  const client = useQueryClient();
  const shown = useLanguage();
  const [language, setLanguage] = useState<Language>(shown);
  const [body, setBody] = useState(ALL_BODIES);
  const bodies = useQuery({ queryKey: ['account', 'bodies'], queryFn: ({ signal }) => listBodies(signal) });
  const make = useMutation({
    mutationFn: () => addOwnToken(t('calendar.tokenName'), ['calendar'], DAYS),
    onSettled: () => client.invalidateQueries({ queryKey: ['account', 'tokens'] }),
  });
  return (
    <section aria-label={t('calendar.title')} data-calendars>
      <h3>{t('calendar.title')}</h3>
      <p className="quiet-text">{t('calendar.hint')}</p>
      <div className="account-form">
        <label className="form-row">
          <span className="form-name">{t('calendar.body')}</span>
          <select name="calendarBody" value={body} onChange={({ target }) => setBody(target.value)}>
            <option value={ALL_BODIES}>{t('calendar.all')}</option>
            {bodies.data?.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name[shown]}
              </option>
            ))}
          </select>
        </label>
        <label className="form-row">
          <span className="form-name">{t('calendar.language')}</span>
          <select
            name="calendarLanguage"
            value={language}
            onChange={({ target }) => setLanguage(target.value === 'ja' ? 'ja' : 'en')}
          >
            <option value="ja">日本語</option>
            <option value="en">English</option>
          </select>
        </label>
        <CopyRow
          name="calendarAddress"
          label={t('calendar.address')}
          text={calendarAddress(window.location.origin, language, body)}
        />
        {make.data?.secret && (
          <>
            <CopyRow name="calendarPassword" label={t('calendar.password')} text={make.data.secret} />
            <p className="notice" data-tone="caution" role="status">
              {t('calendar.once')}
            </p>
          </>
        )}
        {make.isError && <Failure error={make.error} />}
        <button type="button" className="button" disabled={make.isPending} onClick={() => make.mutate()}>
          {t('calendar.make')}
        </button>
      </div>
    </section>
  );
}
