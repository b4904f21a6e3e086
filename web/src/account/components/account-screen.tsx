import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { may, session } from '../../session/session';
import { useStore } from '../../ui/store';
import { OwnCertificates } from '../../certificates/components/own-certificates';
import { listOwnPasskeys } from '../api/list-own-passkeys';
import { ChangeAuthenticator } from './change-authenticator';
import { ChangePassword } from './change-password';
import { OwnCalendars } from './own-calendars';
import { OwnPasskeys } from './own-passkeys';
import { OwnSessions } from './own-sessions';
import { OwnTokens } from './own-tokens';

/** One's own account: who one is here, where one is signed in, and with what. */
export function AccountScreen() {
  const t = useTranslate();
  const language = useLanguage();
  const { caller } = useStore(session);
  const ways = useQuery({
    queryKey: ['account', 'passkeys'],
    queryFn: ({ signal }) => listOwnPasskeys(signal),
    enabled: caller?.person != null,
  });
  return (
    <section className="register" aria-label={t('account.title')}>
      <header className="register-head">
        <h2>{t('account.title')}</h2>
        <span>
          {caller?.person?.name[language]} <span className="mono">{caller?.name}</span>
        </span>
        <span className="quiet-text">
          {caller?.roles.map((role) => t(`role.${role}` as 'role.observer')).join(' · ')}
        </span>
        {caller?.person && (
          <span className="quiet-text" data-clearance={caller.person.clearance}>
            {t('account.clearance')}:{' '}
            {[caller.person.nation, caller.person.clearance.replace('_', ' '), ...caller.person.caveats].join(' · ')}
            {caller.person.clearedUntil && ` ${t('account.clearedUntil', { day: caller.person.clearedUntil })}`}
          </span>
        )}
        {caller?.cleared === false && <span className="quiet-text">{t('account.notCleared')}</span>}
      </header>
      <div className="register-body account">
        {caller?.person ? (
          <>
            <OwnPasskeys />
            <OwnSessions />
            {may('GET /calendar/{language}/{name}') && <OwnCalendars />}
            <OwnTokens />
            <OwnCertificates />
            {ways.data?.password && (
              <>
                <ChangePassword />
                <ChangeAuthenticator />
              </>
            )}
          </>
        ) : (
          <p className="empty">{t('account.service')}</p>
        )}
      </div>
    </section>
  );
}
